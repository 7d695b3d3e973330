//! Prints the prepared page in the language whose tag is given (English if
//! none is): the document's words, one `name: words` a line, an empty line, and
//! the HTML of the first preset's page.

use rerate::text::Language;

fn main() {
    let tag = std::env::args().nth(1);
    let language = tag
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or(Language::English);
    for (name, words) in words(language) {
        println!("{name}: {words}");
    }
    println!("\n{}", rerate::page::prerendered(language));
}

fn words(language: Language) -> [(&'static str, &'static str); 9] {
    match language {
        Language::English => [
            ("title", "Rerate: how large is the valuation gap?"),
            (
                "description",
                "How large is the valuation gap between two markets, what explains it, and what would a re-rating be worth? A calculator that runs in your browser.",
            ),
            (
                "scriptless",
                "These are the article's figures. To put in your own, allow JavaScript for this page.",
            ),
            (
                "stale",
                "Something went wrong, so these figures may no longer match your inputs. Starting again…",
            ),
            (
                "restarted",
                "The calculator had to start again. Your inputs are back; the last change may be missing.",
            ),
            (
                "stopped",
                "The calculator keeps failing. Here are your inputs, to copy before you reload the page.",
            ),
            (
                "unavailable",
                "The calculator could not start, so the figures here cannot be changed. Reload the page, or try a current browser.",
            ),
            ("inputs", "Your inputs"),
            ("reload", "Reload the page"),
        ],
        Language::SimplifiedChinese => [
            ("title", "Rerate：估值差距有多大？"),
            (
                "description",
                "两个市场之间的估值差距有多大、由什么造成、重估值多少？完全在浏览器中运行的计算器。",
            ),
            (
                "scriptless",
                "这里是原文的数据。要填入自己的数字，请允许本页运行 JavaScript。",
            ),
            (
                "stale",
                "出了问题，这些数字可能已与您的输入不符。正在重新启动……",
            ),
            (
                "restarted",
                "计算器已重新启动。您的输入已恢复，最后一次改动可能缺失。",
            ),
            (
                "stopped",
                "计算器反复出错。您的输入在下面，请先复制，再重新加载本页。",
            ),
            (
                "unavailable",
                "计算器无法启动，这里的数字不能修改。请重新加载，或换用新版浏览器。",
            ),
            ("inputs", "您的输入"),
            ("reload", "重新加载本页"),
        ],
        Language::TraditionalChinese => [
            ("title", "Rerate：估值差距有多大？"),
            (
                "description",
                "兩個市場之間的估值差距有多大、由什麼造成、重估值多少？完全在瀏覽器中執行的計算器。",
            ),
            (
                "scriptless",
                "這裡是原文的數據。要填入自己的數字，請允許本頁執行 JavaScript。",
            ),
            (
                "stale",
                "出了問題，這些數字可能已與您的輸入不符。正在重新啟動……",
            ),
            (
                "restarted",
                "計算器已重新啟動。您的輸入已恢復，最後一次改動可能缺失。",
            ),
            (
                "stopped",
                "計算器反覆出錯。您的輸入在下面，請先複製，再重新載入本頁。",
            ),
            (
                "unavailable",
                "計算器無法啟動，這裡的數字不能修改。請重新載入，或換用新版瀏覽器。",
            ),
            ("inputs", "您的輸入"),
            ("reload", "重新載入本頁"),
        ],
    }
}
