//! The same bits everywhere: a report of all that the mathematics answers, run
//! natively and as WebAssembly in the browser, to be compared.
//!
//! It is the inputs of the ten thousand reference vectors, and a thousand
//! workbooks with figures of all sizes in them; of the answers it tells the
//! hash, which one bit of one figure would change.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]
#![allow(dead_code, reason = "the tests of the references use the rest")]

#[path = "../answer.rs"]
mod answer;
#[path = "../draws.rs"]
mod draws;
#[path = "../file.rs"]
mod file;
#[path = "../gaps.rs"]
mod gaps;
#[path = "../groups.rs"]
mod groups;
#[path = "../moves.rs"]
mod moves;
#[path = "../returns.rs"]
mod returns;
#[path = "../warranted.rs"]
mod warranted;
mod workbooks;

use sha2::{Digest, Sha256};
use wasm_bindgen::prelude::wasm_bindgen;

use answer::answer;
use draws::{Inputs, SplitMix64};

fn main() {
    // In the browser this runs when the module is loaded; the page then asks.
    #[cfg(not(target_arch = "wasm32"))]
    print!("{}", report());
}

/// How many cases there are of each kind, and the hash of their answers.
#[wasm_bindgen]
pub fn report() -> String {
    let (vectors, hash) = vectors();
    let mut told = format!("{vectors} vectors {hash}\n");
    let (workbooks, hash) = workbooks::results();
    told.push_str(&format!("{workbooks} workbooks {hash}\n"));
    told
}

fn vectors() -> (usize, String) {
    let file = file::parse(include_str!("../vectors.txt")).unwrap();
    let mut hash = Sha256::new();
    let mut vectors = 0;
    for section in &file.sections {
        let mut words = SplitMix64::of_section(file.seed, &section.title);
        for _ in &section.vectors {
            let inputs = Inputs::draw(&section.draws, &mut words);
            for (_, figure) in answer(section.function(), &inputs).unwrap() {
                match figure {
                    Ok(number) => hash.update(number.to_bits().to_be_bytes()),
                    Err(reason) => hash.update(serde_json::to_vec(&reason).unwrap()),
                }
            }
            vectors += 1;
        }
    }
    (vectors, hex(hash))
}

fn hex(hash: Sha256) -> String {
    let bytes = hash.finalize();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
