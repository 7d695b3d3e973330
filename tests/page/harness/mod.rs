//! What the page tests stand on: a browser, a site to look at, and a page in it.

mod around;
pub(crate) mod base64;
pub(crate) mod browser;
pub(crate) mod host;
mod outside;
mod page;
mod site;
mod state;

pub(crate) use around::Around;
pub(crate) use page::{Page, key, poll};
pub(crate) use site::Site;
pub(crate) use state::State;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use browser::{Browser, CHROMIUM};
use tokio::runtime;

/// Runs a test on the page at a path of the site, such as `/`, in a browser of
/// its own, and closes the browser whatever comes of it.
///
/// A page that reports an error, on its console or against its content security
/// policy, or asks anything of anyone but this machine, fails the test even
/// where the test itself would pass.
pub(crate) fn on_page(path: &str, test: impl AsyncFnMut(&Page)) {
    on_page_of(CHROMIUM, path, test);
}

/// The same in a browser of one's choice.
pub(crate) fn on_page_of(browser: &'static Browser, path: &str, mut test: impl AsyncFnMut(&Page)) {
    in_this(browser, async |page| {
        page.open(path).await;
        test(page).await;
        page.has_nothing_to_report().await;
    });
}

/// Held by every test that runs, and by one that measures time alone.
static MACHINE: RwLock<()> = RwLock::new(());

/// Runs a test that measures time on the page at a path, while no other test
/// runs.
pub(crate) fn alone_on_page(path: &str, mut test: impl AsyncFnMut(&Page)) {
    // A test that has failed has left the machine as it was.
    let _machine = MACHINE.write().unwrap_or_else(PoisonError::into_inner);
    run(CHROMIUM, async |page| {
        page.open(path).await;
        test(page).await;
        page.has_nothing_to_report().await;
    });
}

/// Runs a test in a browser that has no page open yet.
pub(crate) fn in_browser(test: impl AsyncFnMut(&Page)) {
    in_this(CHROMIUM, test);
}

/// The same in a browser of one's choice.
pub(crate) fn in_this(browser: &'static Browser, test: impl AsyncFnMut(&Page)) {
    let _machine = MACHINE.read().unwrap_or_else(PoisonError::into_inner);
    run(browser, test);
}

/// A test that takes longer is held up by a browser that answers no more.
const LONGEST: Duration = Duration::from_secs(180);

/// Set by what measures, and is no test: it takes its time.
pub(crate) static TAKES_ITS_TIME: AtomicBool = AtomicBool::new(false);

/// What is waited for when a browser opens, tells what it was, and closes.
const AROUND: Duration = Duration::from_secs(120);

/// Runs a test in a browser of its own. Where the browser answers no more, as
/// WebKit's driver does now and then on a busy machine, there is a second try: a
/// page that holds it up does so again.
fn run(browser: &'static Browser, mut test: impl AsyncFnMut(&Page)) {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for the test");
    let longest = if TAKES_ITS_TIME.load(Ordering::Relaxed) {
        Duration::MAX
    } else {
        LONGEST
    };
    for last in [false, true] {
        let page = runtime.block_on(within(AROUND, Page::new(browser)));
        let page = page.unwrap_or_else(|| panic!("{} opens no page", browser.name));
        let test = AssertUnwindSafe(|| runtime.block_on(within(longest, test(&page))));
        let outcome = catch_unwind(test);
        if outcome.is_err() {
            runtime.block_on(within(AROUND, page.show_what_it_was()));
        }
        let asked = runtime.block_on(within(AROUND, page.close()));
        match outcome {
            Err(panic) => resume_unwind(panic),
            Ok(None) if last => panic!("{} answers no more", browser.name),
            Ok(None) => println!("{} answers no more: a second try", browser.name),
            Ok(Some(())) => {
                let asked = asked.unwrap_or_else(|| panic!("{} does not close", browser.name));
                assert!(asked.is_empty(), "others were asked: {asked:#?}");
                return;
            }
        }
    }
}

/// What comes of something, if it comes in time.
async fn within<T>(time: Duration, what: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(time, what).await.ok()
}
