// For each file named: its size, its size under brotli 11, and its name; or,
// for a WebAssembly module that an engine refuses, why.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

for (const name of process.argv.slice(1)) {
  const bytes = readFileSync(name);
  if (name.endsWith('.wasm') && !WebAssembly.validate(bytes)) {
    await WebAssembly.compile(bytes).catch((error) => console.log(`invalid ${error.message}`));
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(`size ${bytes.length} ${brotliCompressSync(bytes, { params }).length} ${name}`);
}
