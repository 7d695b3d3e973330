//! `vectors.txt` as it is written.

use sha2::{Digest, Sha256};

use crate::draws::Draw;

/// The whole file.
pub(crate) struct File {
    pub(crate) seed: u64,
    /// How many vectors the header says there are.
    pub(crate) vectors: usize,
    pub(crate) sections: Vec<Section>,
}

/// A function over one range of inputs.
pub(crate) struct Section {
    /// The function's name and then its range's, if it has one.
    pub(crate) title: String,
    pub(crate) draws: Vec<Draw>,
    pub(crate) figures: Vec<String>,
    pub(crate) vectors: Vec<Vec<Expected>>,
}

impl Section {
    pub(crate) fn function(&self) -> &str {
        self.title.split(' ').next().expect("a title has a word")
    }
}

/// What a figure should be.
#[derive(Clone)]
pub(crate) enum Expected {
    /// The reference, rounded to the nearest number, and its condition number
    /// where that is told.
    Number(f64, Option<f64>),
    /// The name of a reason.
    Reason(String),
}

impl Expected {
    fn parse(text: &str) -> Self {
        let (number, condition) = match text.split_once('~') {
            Some((number, condition)) => (number, Some(condition)),
            None => (text, None),
        };
        match number.parse() {
            Ok(number) => Self::Number(number, condition.map(|text| text.parse().unwrap())),
            Err(_) => Self::Reason(text.to_owned()),
        }
    }
}

/// Reads the file, if its lines are those that its header has the hash of.
pub(crate) fn parse(text: &str) -> Result<File, String> {
    let (header, body) = text.split_at(text.find("\n[").ok_or("no section")? + 1);
    let stated = |what: &str| {
        let mut lines = header.lines();
        lines
            .find_map(|line| {
                line.strip_prefix("# ")?
                    .strip_prefix(what)?
                    .strip_prefix(' ')
            })
            .ok_or(format!("no {what} in the header"))
    };
    let hash: String = Sha256::digest(body)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if stated("sha256")? != hash {
        return Err(format!(
            "the lines have the hash {hash}, not the stated one"
        ));
    }
    let mut lines = body.lines();
    let mut sections = Vec::new();
    while let Some(heading) = lines.next() {
        let (title, count) = heading
            .strip_prefix('[')
            .and_then(|heading| heading.split_once("] "))
            .ok_or_else(|| format!("no heading: {heading}"))?;
        let mut after = |word: &str| lines.next().and_then(|line| line.strip_prefix(word));
        let draws = after("draws ").ok_or(format!("{title} has no draws"))?;
        let figures = after("gives ").ok_or(format!("{title} gives nothing"))?;
        let figures: Vec<String> = figures.split(' ').map(str::to_owned).collect();
        let vectors = lines
            .by_ref()
            .take(count.parse().map_err(|_| format!("{title}: no count"))?)
            .map(|line| expected(line, figures.len()))
            .collect();
        sections.push(Section {
            title: title.to_owned(),
            draws: draws.split("; ").map(Draw::parse).collect(),
            figures,
            vectors,
        });
    }
    Ok(File {
        seed: stated("seed")?.parse().map_err(|_| "no seed")?,
        vectors: stated("vectors")?.parse().map_err(|_| "no count")?,
        sections,
    })
}

/// The figures of a line. A reason alone is the reason of all of them.
fn expected(line: &str, figures: usize) -> Vec<Expected> {
    let found: Vec<Expected> = line.split(' ').map(Expected::parse).collect();
    match found.as_slice() {
        [reason @ Expected::Reason(_)] => vec![reason.clone(); figures],
        _ => found,
    }
}
