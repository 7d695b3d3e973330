//! What a page that embeds the calculator has fixed: figures that the reader
//! sees and cannot change.

use super::{Edit, Field, Place, Section, Workbook};

/// Figures that stay as they are, whatever the reader does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locks {
    fields: Vec<Field>,
    sections: Vec<Section>,
}

impl Locks {
    /// The locks of a list of fields and sections by their keys, such as
    /// `claim.change,sectors`. What is no key is left out.
    ///
    /// ```
    /// use rerate::workbook::Locks;
    ///
    /// assert!(Locks::read("claim.chnage, ,").is_empty());
    /// assert!(!Locks::read("claim.change").is_empty());
    /// ```
    #[must_use]
    pub fn read(list: &str) -> Self {
        let mut locks = Self::default();
        for key in list.split(',').map(str::trim) {
            if let Some(section) = Section::from_key(key) {
                let fields = Field::ALL.iter();
                let of_section = fields.filter(|field| field.spec().section == section);
                locks.fields.extend(of_section);
                locks.sections.push(section);
            } else {
                locks.fields.extend(Field::from_key(key));
            }
        }
        locks
    }

    /// Whether nothing is locked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether an edit leaves all that is locked as it is: each figure, and that
    /// it is given where it was, for one that is solved for would follow from
    /// the others. Of a section the rows are locked too.
    #[must_use]
    pub fn allow(&self, before: &Workbook, edit: &Edit) -> bool {
        let mut after = before.clone();
        if edit.apply(&mut after).is_err() {
            // It changes nothing, and the workbook says why.
            return true;
        }
        let keeps_field = |&field: &Field| {
            field.read(before) == field.read(&after)
                && (is_given(before, field) <= is_given(&after, field))
        };
        let keeps_rows = |section: &Section| match section {
            Section::Sectors => before.sectors == after.sectors,
            Section::WhatIf => before.what_if.catalysts == after.what_if.catalysts,
            _ => true,
        };
        self.fields.iter().all(keeps_field) && self.sections.iter().all(keeps_rows)
    }
}

/// Whether a field's figure is the workbook's own: typing it once more changes
/// nothing, as it would where the field is solved for.
fn is_given(workbook: &Workbook, field: Field) -> bool {
    let mut typed = workbook.clone();
    let again = Edit::Figure(Place::Field(field), field.read(workbook));
    again.apply(&mut typed).is_ok() && typed == *workbook
}
