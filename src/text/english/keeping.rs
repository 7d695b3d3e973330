//! Links, and what the reader keeps, in English.

use crate::text::Keeping;

pub(in crate::text) const fn keeping(word: Keeping) -> &'static str {
    match word {
        Keeping::Share => "Share",
        Keeping::ShareTitle => "Share these figures",
        Keeping::ShareHint => {
            "The link itself holds your figures. They go to no server, only to whoever has the link; there they are shown beside that reader’s own and overwrite none."
        }
        Keeping::TooMuch => {
            "These figures are more than a link can hold. Save the inputs as a file instead."
        }
        Keeping::Link => "Link",
        Keeping::CopyLink => "Copy link",
        Keeping::ShareBySystem => "Share by…",
        Keeping::Close => "Close",
        Keeping::FromLink => "These figures come from a link. Your own are as you left them.",
        Keeping::TakeLink => "Keep these",
        Keeping::BackToOwn => "Back to mine",
        Keeping::BackToStart => "Back to the start",
        Keeping::Taken => "These figures are yours now. The ones before are kept as “{0}”.",
        Keeping::BeforeLink => "Before the link, {0}",
        Keeping::Restored => "Your figures from last time are back.",
        Keeping::StartAfresh => "Start afresh",
        Keeping::WorkSetAside => {
            "What was kept of your figures from last time is damaged. It was set aside, not deleted."
        }
        Keeping::LinkTooLong => "This link holds more than a link may hold.",
        Keeping::LinkNewer => "This link was made by a newer version of the calculator.",
        Keeping::LinkDamaged => "This link is incomplete or damaged.",
        Keeping::LinkOutOfLimits => "This link holds a figure or a name outside the limits.",
        Keeping::LinkUnreadable => "In this link, the figure for “{0}” cannot be read.",
        Keeping::LinkUnknown => "This link names “{0}”, which is not known here.",
        Keeping::Untouched => "{0} It was not opened; your own figures are as you left them.",
        Keeping::InEmbed => "{0} The standard figures are shown instead.",
        Keeping::Scenarios => "Scenarios",
        Keeping::ScenariosTitle => "Kept scenarios",
        Keeping::ScenariosHint => "Kept in this browser, on this machine, and nowhere else.",
        Keeping::Name => "Name",
        Keeping::KeepPresent => "Keep the present figures",
        Keeping::Unnamed => "Scenario {0}",
        Keeping::KeptAs => "Kept as “{0}”.",
        Keeping::Open => "Open",
        Keeping::Compare => "Compare",
        Keeping::Delete => "Delete",
        Keeping::ActionOn => "{0}: {1}",
        Keeping::Opened => "“{0}” is on the page now. Undo brings back what was there.",
        Keeping::Deleted => "“{0}” is deleted.",
        Keeping::NotDeleted => "The browser did not let it be deleted.",
        Keeping::BringBack => "Bring it back",
        Keeping::BroughtBack => "It is back.",
        Keeping::Denied => {
            "This browser does not let the page keep anything. Save the inputs as a file instead."
        }
        Keeping::Full => {
            "The browser has no room for this, so it was not kept. Delete a scenario, or save the inputs as a file."
        }
        Keeping::SetAside => "Damaged and set aside, not deleted: {0}.",
        Keeping::NewerLeft => {
            "Kept by a newer version of the calculator, and left as they are: {0}."
        }
        Keeping::Export => "Save all as a file",
        Keeping::Import => "Add from a file",
        Keeping::Imported => "Added: {0}.",
        Keeping::NothingNew => "All in this file is here already.",
        Keeping::FileUnreadable => {
            "This file holds no scenarios that can be read. Nothing was changed."
        }
        Keeping::FileNewer => {
            "This file was made by a newer version of the calculator. Nothing was changed."
        }
        Keeping::FileTooMany => "This file holds more than {0} scenarios. Nothing was changed.",
        Keeping::CompareWith => "Compare with a kept scenario",
        Keeping::Choose => "Choose…",
    }
}
