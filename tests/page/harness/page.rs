//! A page in a browser, as tests read it and type into it.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::browser::{Browser, Driver};
use super::outside::Outside;
use super::{Site, State, state};

/// How long a condition may take to come true; a page that works needs a
/// fraction of it, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(20);

/// Keys without a character of their own, as WebDriver writes them.
pub(crate) mod key {
    pub(crate) const TAB: char = '\u{E004}';
    pub(crate) const ENTER: char = '\u{E007}';
    pub(crate) const SHIFT: char = '\u{E008}';
    pub(crate) const CONTROL: char = '\u{E009}';
    pub(crate) const ESCAPE: char = '\u{E00C}';
    pub(crate) const UP: char = '\u{E013}';
    pub(crate) const DOWN: char = '\u{E015}';
    pub(crate) const BACKSPACE: char = '\u{E003}';
}

/// What every document notes for tests to read: from its first moment on where
/// the driver can do that, otherwise from when it has loaded.
const WATCH: &str = "
    if (window.seen) return;
    window.seen = { faults: [], shifts: [] };
    addEventListener('securitypolicyviolation', (event) => seen.faults.push(
        `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`));
    addEventListener('error', (event) => seen.faults.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => seen.faults.push(`rejection: ${event.reason}`));
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            seen.shifts.push({
                value: shift.value,
                at: Math.round(shift.startTime),
                moved: shift.sources.map(({ node, previousRect: from, currentRect: to }) =>
                    `${(node?.parentElement ?? node)?.textContent.slice(0, 40)}: ${[from.x, from.y]} to ${[to.x, to.y]}`),
            });
        }
    }).observe({ type: 'layout-shift', buffered: true });
";

/// A browser with one page, and the site that it looks at.
pub(crate) struct Page {
    pub(crate) site: Site,
    browser: &'static Browser,
    outside: Outside,
    client: Client,
    driver: Driver,
}

/// Brings an element to the middle of the window, for under a head that stays in
/// view nothing can be hit, and waits until it stays there: where the focus went
/// before, the page may still be scrolling.
const STEADY: &str = "
    const element = document.querySelector(arguments[0]);
    const top = () => element.getBoundingClientRect().top;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let before; element && before !== top();) {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        before = top();
        // Where nobody sees the page no frame comes, and nothing moves.
        if (document.hidden) break;
        await frame();
        await frame();
    }
";

/// Asks until there is an answer; `None` where there is none in time.
pub(crate) async fn poll<T>(mut ask: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return Some(answer);
        }
        if begun.elapsed() > PATIENCE {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

impl Page {
    pub(super) async fn new(browser: &'static Browser) -> Self {
        let outside = Outside::start();
        let (driver, client) = browser.session(&outside.address).await;
        let page = Self {
            site: Site::start(),
            browser,
            outside,
            client,
            driver,
        };
        if browser.has_devtools {
            page.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": format!("(() => {{ {WATCH} }})()") }),
            )
            .await;
        }
        page.resize(1280, 900).await;
        page
    }

    /// Closes the browser, and gives what it has asked of anyone but this
    /// machine in all its time.
    pub(super) async fn close(self) -> Vec<String> {
        let Self {
            client,
            driver,
            outside,
            browser,
            ..
        } = self;
        // The test's own outcome counts, not how the browser takes its leave.
        let _ = client.close().await;
        drop(driver);
        let is_makers = |request: &String| browser.maker.iter().any(|host| request.contains(host));
        let mut asked = outside.requests();
        asked.retain(|request| !is_makers(request));
        asked
    }

    /// Goes to a path of the site and waits until the page there works.
    pub(crate) async fn open(&self, path: &str) {
        self.go(path).await;
        self.is_ready().await;
    }

    /// Goes to a path of the site.
    pub(crate) async fn go(&self, path: &str) {
        self.go_to(&format!("{}{path}", self.site.address)).await;
    }

    /// Goes to an address.
    pub(crate) async fn go_to(&self, address: &str) {
        self.client
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address} does not open: {error}"));
        if !self.browser.has_devtools {
            self.run(WATCH).await;
        }
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        // As the page does it: geckodriver's own command goes past the worker
        // that keeps the page.
        self.run("window.isBefore = true; location.reload()").await;
        let loaded = "return window.isBefore === undefined && document.readyState === 'complete'";
        let reloaded = poll(async || {
            // In between there is no page to ask.
            let answer = self.client.execute(loaded, Vec::new()).await;
            answer
                .is_ok_and(|answer| answer == json!(true))
                .then_some(())
        });
        assert!(reloaded.await.is_some(), "the page does not load again");
        if !self.browser.has_devtools {
            self.run(WATCH).await;
        }
    }

    /// Waits until the module has mounted its page and kept its workbook, what
    /// stands below the first view has arrived, and all charts are drawn. Until
    /// the script has run, `rerate` is the element of that name.
    pub(crate) async fn is_ready(&self) {
        self.until(
            "the page works",
            "return globalThis.rerate?.kept?.() != null && document.readyState === 'complete'
                && document.querySelector('#rerate :is([inert], [aria-busy])') === null",
        )
        .await;
    }

    /// Waits until the worker has all that the page needs without its host.
    pub(crate) async fn is_kept(&self) {
        self.until(
            "its files are kept",
            "return navigator.serviceWorker.controller?.state === 'activated'",
        )
        .await;
    }

    /// Waits until a script's value is true in some way, and gives the value.
    pub(crate) async fn until(&self, what: &str, script: &str) -> Value {
        let answer = poll(async || {
            let value = self.run(script).await;
            let no = [json!(null), json!(false), json!(0), json!("")].contains(&value);
            (!no).then_some(value)
        });
        answer
            .await
            .unwrap_or_else(|| panic!("not in {PATIENCE:?}: {what}"))
    }

    /// Waits until an element says or holds something.
    pub(crate) async fn until_says(&self, id: &str, text: &str) {
        let said = poll(async || (self.says(id).await == text).then_some(()));
        if said.await.is_none() {
            panic!("{id} says `{}`, not `{text}`", self.says(id).await);
        }
    }

    /// What a script in the page returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.run_with(script, &[]).await
    }

    /// What a script in the page returns, with its `arguments`.
    pub(crate) async fn run_with(&self, script: &str, arguments: &[Value]) -> Value {
        self.client
            .execute(script, arguments.to_vec())
            .await
            .unwrap_or_else(|error| panic!("the script failed: {error}\n{script}"))
    }

    /// What an asynchronous function's body in the page comes to.
    pub(crate) async fn await_with(&self, script: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "const given = [...arguments], done = given.pop();
            (async function () {{ {script} }})(...given)
                .then((value) => done({{ value }}), (error) => done({{ error: String(error?.stack ?? error) }}));"
        );
        let told = self
            .client
            .execute_async(&script, arguments.to_vec())
            .await
            .unwrap_or_else(|error| panic!("the script failed: {error}\n{script}"));
        assert!(told["error"].is_null(), "{}\n{script}", told["error"]);
        told["value"].clone()
    }

    /// Has the drawings out of sight follow now, as they do before printing.
    pub(crate) async fn draw_all(&self) {
        let script = "
            dispatchEvent(new Event('beforeprint'));
            await new Promise((done) => setTimeout(done));";
        self.await_with(script, &[]).await;
    }

    /// All that the page says.
    pub(crate) async fn state(&self) -> State {
        self.draw_all().await;
        State::read(self.run(state::READ).await)
    }

    /// Waits until the page says what it said before.
    pub(crate) async fn comes_back_to(&self, before: &State) {
        let same = async || {
            let changed = self.state().await.changed_since(before);
            changed.is_empty().then_some(())
        };
        if poll(same).await.is_none() {
            self.state().await.must_be(before);
        }
    }

    /// All that the page says and its fields hold, in order, and that alone: not
    /// the address, which is for paper.
    pub(crate) async fn reads(&self) -> Vec<String> {
        self.is_ready().await;
        self.draw_all().await;
        let script = "
            const walker = document.createTreeWalker(
                document.getElementById('rerate'), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
            const said = [];
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement?.matches('.address')) continue;
                const words = node.data ?? (node.matches('input, select') ? `[${node.value}]` : '');
                if (words.trim()) said.push(words.trim());
            }
            return said;";
        serde_json::from_value(self.await_with(script, &[]).await).expect("a list of words")
    }

    /// What an element says, or a field holds; without what is only spoken.
    pub(crate) async fn says(&self, id: &str) -> String {
        let said = self
            .run_with(
                "const element = document.getElementById(arguments[0]);
                if (!element) return null;
                if (element.matches('input, textarea')) return element.value;
                if (element.matches('select')) return element.selectedOptions[0].text;
                const copy = element.cloneNode(true);
                for (const spoken of copy.querySelectorAll('.spoken')) spoken.remove();
                return copy.textContent.replace(/\\s+/g, ' ').trim();",
                &[json!(id)],
            )
            .await;
        match said {
            Value::String(said) => said,
            _ => panic!("there is no element {id}"),
        }
    }

    /// Whether there is an element of this name.
    pub(crate) async fn has(&self, id: &str) -> bool {
        self.run_with(
            "return document.getElementById(arguments[0]) !== null",
            &[json!(id)],
        )
        .await
            == json!(true)
    }

    /// An attribute of an element, or nothing.
    pub(crate) async fn attribute(&self, id: &str, name: &str) -> Option<String> {
        let script = "return document.getElementById(arguments[0]).getAttribute(arguments[1])";
        let value = self.run_with(script, &[json!(id), json!(name)]).await;
        value.as_str().map(ToOwned::to_owned)
    }

    /// The name of the element that has the focus, or its kind.
    pub(crate) async fn focused(&self) -> String {
        let script = "return document.activeElement.id || document.activeElement.localName";
        let focused = self.run(script).await;
        focused.as_str().unwrap_or_default().to_owned()
    }

    /// Puts the cursor into a field, its text selected.
    pub(crate) async fn enter(&self, id: &str) {
        self.run_with(
            "const field = document.getElementById(arguments[0]);
            field.focus();
            field.select();",
            &[json!(id)],
        )
        .await;
        assert_eq!(self.focused().await, id, "the focus is elsewhere");
    }

    /// Types a text in the place of a field's text, key by key, and stays there.
    pub(crate) async fn type_into(&self, id: &str, text: &str) {
        self.enter(id).await;
        self.type_on(if text.is_empty() { "\u{E003}" } else { text })
            .await;
    }

    /// Types where the cursor is, key by key.
    pub(crate) async fn type_on(&self, text: &str) {
        let keys = text
            .chars()
            .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.act(keys.collect()).await;
    }

    /// Types a text in the place of a field's text, and leaves the field.
    pub(crate) async fn set(&self, id: &str, text: &str) {
        self.type_into(id, text).await;
        self.leave().await;
    }

    /// Leaves the field that the cursor is in, with Tab.
    pub(crate) async fn leave(&self) {
        self.press(&[key::TAB]).await;
    }

    /// Presses keys together: the last one while the others are held.
    pub(crate) async fn press(&self, keys: &[char]) {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        self.act(down.chain(up).collect()).await;
    }

    async fn act(&self, keys: Vec<KeyAction>) {
        let actions = keys
            .into_iter()
            .fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.client
            .perform_actions(actions)
            .await
            .unwrap_or_else(|error| panic!("keys were not pressed: {error}"));
    }

    /// Clicks an element as a pointer would, where it can be hit.
    pub(crate) async fn click(&self, id: &str) {
        self.click_on(&format!("[id='{id}']")).await;
    }

    /// Clicks the first element that a selector finds, once it stands still.
    pub(crate) async fn click_on(&self, selector: &str) {
        let clicked = poll(async || {
            self.await_with(STEADY, &[json!(selector)]).await;
            match self.find(selector).await.click().await {
                Err(_) if self.is_out_of_view(selector).await => None,
                clicked => Some(clicked),
            }
        });
        clicked
            .await
            .unwrap_or_else(|| panic!("{selector} does not stay in view"))
            .unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    async fn is_out_of_view(&self, selector: &str) -> bool {
        self.run_with(
            "const place = document.querySelector(arguments[0])?.getBoundingClientRect();
            return Boolean(place) && (place.bottom < 0 || place.top > innerHeight);",
            &[json!(selector)],
        )
        .await
            == json!(true)
    }

    /// Picks the option at an index of a list, as a reader does.
    pub(crate) async fn pick(&self, id: &str, index: usize) {
        if !self.browser.clicks_options {
            self.run_with(
                "const list = document.getElementById(arguments[0]);
                list.selectedIndex = arguments[1];
                for (const event of ['input', 'change']) list.dispatchEvent(new Event(event, { bubbles: true }));",
                &[json!(id), json!(index)],
            )
            .await;
            return;
        }
        self.find(&format!("[id='{id}']"))
            .await
            .select_by_index(index)
            .await
            .unwrap_or_else(|error| panic!("{id} has no option {index}: {error}"));
    }

    /// Picks a language of the page's list, and waits until the page is in it:
    /// its words may have to be fetched.
    pub(crate) async fn speak(&self, index: usize) {
        self.pick("language", index).await;
        let spoken = ["en", "zh-Hans", "zh-Hant"][index];
        self.until(
            "the page is in the language picked",
            &format!("return document.querySelector('.page')?.lang === '{spoken}'"),
        )
        .await;
    }

    async fn find(&self, selector: &str) -> Element {
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("{selector} is not to be found: {error}"))
    }

    /// Looks into a frame, which a script in the page returns, until
    /// [`Self::leave_frame`].
    pub(crate) async fn enter_frame(&self, script: &str) {
        let frame = self.run(script).await;
        let id = frame.as_object().and_then(|frame| frame.values().next());
        let id = id.and_then(Value::as_str).unwrap_or_default().to_owned();
        Element::from_element_id(self.client.clone(), id.into())
            .enter_frame()
            .await
            .unwrap_or_else(|error| panic!("no frame is entered by {script}: {error}"));
    }

    /// Looks at the page around the frame again.
    pub(crate) async fn leave_frame(&self) {
        let left = self.client.clone().enter_parent_frame().await;
        left.unwrap_or_else(|error| panic!("the frame is not left: {error}"));
    }

    /// Has all of the page laid out, as if all of it were in the window.
    pub(crate) async fn lay_out_all(&self) {
        self.run(
            "for (const part of document.querySelectorAll('main > div')) part.style.contentVisibility = 'visible';",
        )
        .await;
    }

    /// Gives the page another size; without DevTools, the window around it.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        if !self.browser.has_devtools {
            self.client
                .set_window_size(width, height)
                .await
                .unwrap_or_else(|error| panic!("the window keeps its size: {error}"));
            return;
        }
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await;
    }

    /// The browser's pixels of the whole page, as a PNG in base64.
    pub(crate) async fn picture(&self) -> String {
        let picture = self
            .devtools(
                "Page.captureScreenshot",
                json!({ "format": "png", "captureBeyondViewport": true }),
            )
            .await;
        picture["data"].as_str().expect("a picture").to_owned()
    }

    /// Has the browser do what WebDriver has no command for.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
        .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    async fn command(
        &self,
        path: &'static str,
        body: Value,
    ) -> Result<Value, fantoccini::error::CmdError> {
        self.client.issue_cmd(Command { path, body }).await
    }

    /// What the page has reported since the last time this was asked: errors,
    /// violations of its policy, and warnings of the browser.
    pub(crate) async fn reports(&self) -> Vec<String> {
        let mut reports: Vec<String> =
            serde_json::from_value(self.run("return window.seen?.faults.splice(0) ?? []").await)
                .expect("faults are texts");
        if !self.browser.has_devtools {
            return reports;
        }
        let log = self
            .command("se/log", json!({ "type": "browser" }))
            .await
            .unwrap_or_default();
        for entry in log.as_array().into_iter().flatten() {
            if matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")) {
                reports.push(format!("console: {}", entry["message"]));
            }
        }
        reports
    }

    /// Fails where the page has reported anything.
    pub(crate) async fn has_nothing_to_report(&self) {
        let reports = self.reports().await;
        assert!(
            reports.is_empty(),
            "the page reports:\n{}",
            reports.join("\n")
        );
    }

    /// Prints where a failed test has stopped.
    pub(super) async fn show_what_it_was(&self) {
        let script = "return `${location.href}, focus on ${document.activeElement?.id}`";
        if let Ok(place) = self.client.execute(script, Vec::new()).await {
            eprintln!("the page was {place}");
            for report in self.reports().await {
                eprintln!("it reports {report}");
            }
        }
    }
}

/// A command of a driver's own.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
