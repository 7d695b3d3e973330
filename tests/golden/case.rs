//! The cases as they are written.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// One worked case.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) given: Given,
    pub(crate) expect: Map<String, Value>,
    pub(crate) tolerance: Option<f64>,
    #[serde(default)]
    note: String,
}

impl Case {
    pub(crate) fn tolerance_is_relative(&self) -> bool {
        self.note.contains("relative")
    }
}

/// What a case gives.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Given(Map<String, Value>);

impl Given {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    /// A number that must be there: a case without it is broken.
    pub(crate) fn number(&self, name: &str) -> f64 {
        let number = self.0.get(name).and_then(Value::as_f64);
        number.unwrap_or_else(|| panic!("given has no number {name}{}", self.but(name)))
    }

    /// What is given under the name instead.
    fn but(&self, name: &str) -> String {
        let instead = self.0.get(name);
        instead.map_or(String::new(), |value| format!(", but {value}"))
    }

    pub(crate) fn number_or(&self, name: &str, otherwise: f64) -> f64 {
        if self.has(name) {
            self.number(name)
        } else {
            otherwise
        }
    }

    pub(crate) fn numbers(&self, name: &str) -> Vec<f64> {
        let items = self.0.get(name).and_then(Value::as_array);
        let items = items.unwrap_or_else(|| panic!("given has no list {name}{}", self.but(name)));
        list(items, name)
    }

    pub(crate) fn numbers_if_any(&self, name: &str) -> Option<Vec<f64>> {
        self.has(name).then(|| self.numbers(name))
    }

    /// A list of lists, such as the columns of a regression.
    pub(crate) fn columns(&self, name: &str) -> Vec<Vec<f64>> {
        let columns = self.0.get(name).and_then(Value::as_array);
        let columns = columns.unwrap_or_else(|| panic!("given has no columns {name}"));
        let lists = columns.iter().map(|column| {
            let items = column.as_array();
            items.unwrap_or_else(|| panic!("{name} holds {column}, which is no list"))
        });
        lists.map(|items| list(items, name)).collect()
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}

fn list(items: &[Value], name: &str) -> Vec<f64> {
    let numbers = items.iter().map(|item| {
        let number = item.as_f64();
        number.unwrap_or_else(|| panic!("{name} holds {item}, which is no number"))
    });
    numbers.collect()
}

pub(crate) fn parse(json: &str) -> Case {
    serde_json::from_str(json).unwrap()
}

/// The cases of the file that `RERATE_GOLDEN` names, or of all our own.
pub(crate) fn all() -> Vec<Case> {
    let files = match std::env::var_os("RERATE_GOLDEN") {
        Some(file) => vec![PathBuf::from(file)],
        None => our_files(),
    };
    files
        .into_iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let file: File = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            file.cases
        })
        .collect()
}

fn our_files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    files
}
