// How the module fetches the part of itself that stands below the first view.
// The build puts this at the head of the bindings.
const parts = {
  /** Fetches the part, joins it to the module, and tells the module how it went. */
  async __wasm_split_load_below(callback, data) {
    const exports = initSync();
    let arrived = true;
    try {
      const [part] = await Promise.all([
        globalThis.rerate.part('./below.wasm'),
        globalThis.rerate.fetchBelow(),
      ]);
      new WebAssembly.Instance(part, { __wasm_split: exports });
    } catch (error) {
      console.error(error);
      arrived = false;
    }
    exports.call_back(callback, data, arrived);
  },
};
