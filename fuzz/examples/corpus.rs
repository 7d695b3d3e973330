//! Packs a folder of inputs into a file of `tests/corpus`, or unpacks it.
//!
//! ```sh
//! cargo run --example corpus -- unpack ../tests/corpus/number.txt corpus/number
//! cargo run --example corpus -- pack corpus/number ../tests/corpus/number.txt
//! ```

use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["unpack", file, folder] => unpack(file, folder),
        ["pack", folder, file] => pack(folder, file),
        _ => Err("unpack FILE FOLDER, or pack FOLDER FILE".into()),
    }
}

fn unpack(file: &str, folder: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for (index, line) in fs::read_to_string(file)?.lines().enumerate() {
        let input = match serde_json::from_str(line)? {
            serde_json::Value::String(text) => text.into_bytes(),
            bytes => serde_json::from_value(bytes)?,
        };
        fs::write(format!("{folder}/{index:04}"), input)?;
    }
    Ok(())
}

/// The shortest inputs first, so that the file changes little from time to time.
fn pack(folder: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let inputs = fs::read_dir(folder)?.map(|entry| fs::read(entry?.path()));
    let mut inputs: Vec<Vec<u8>> = inputs.collect::<Result<_, _>>()?;
    inputs.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    inputs.dedup();
    let lines: Vec<String> = inputs
        .iter()
        .map(|input| match std::str::from_utf8(input) {
            Ok(text) => serde_json::to_string(text),
            Err(_) => serde_json::to_string(input),
        })
        .collect::<Result<_, _>>()?;
    fs::write(file, lines.join("\n") + "\n")?;
    Ok(())
}
