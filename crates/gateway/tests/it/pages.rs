//! The pages without a browser: cookies, forms from elsewhere, refusals as pages. The browser tests are in `web/tests`.

use axum::http::StatusCode;

use crate::world::doors;

#[tokio::test]
async fn looking_at_the_first_page_makes_nobody_a_buyer() {
    let home = doors().await.page("/", "").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(!home.head.contains_key("set-cookie"));
    assert!(home.text.contains("lang=\"zh-CN\""));
}

#[tokio::test]
async fn a_first_sentence_lets_a_guest_in_and_is_remembered() {
    let doors = doors().await;
    let said = doors.form("/chat", "", "text=%E4%BD%A0%E5%A5%BD").await;
    assert_eq!((said.status, &said.head["location"]), (StatusCode::SEE_OTHER, &"/#say".parse().unwrap()));
    let home = doors.page("/", &said.cookie()).await;
    assert!(home.text.contains("你好"), "{}", home.text);
}

#[tokio::test]
async fn a_form_from_elsewhere_is_not_taken() {
    let doors = doors().await;
    let head = [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://evil"), ("host", "shop")];
    let answer = doors.send("POST", "/chat", &head, "text=x").await;
    assert_eq!(answer.json()["code"], "request_invalid");
    assert!(!answer.head.contains_key("set-cookie"), "nobody is let in for it");
}

#[tokio::test]
async fn what_was_said_is_never_taken_for_html() {
    let doors = doors().await;
    let said = doors.form("/chat", "", "text=%3Cscript%3Ealert(1)%3C/script%3E").await;
    let home = doors.page("/", &said.cookie()).await;
    assert!(!home.text.contains("<script>alert"), "{}", home.text);
    assert!(home.text.contains("alert(1)"));
}

#[tokio::test]
async fn a_refusal_is_a_page_in_the_visitors_language() {
    let doors = doors().await;
    let zh = doors.page("/quotes/q77", "").await;
    assert_eq!(zh.status, StatusCode::NOT_FOUND);
    assert!(zh.text.contains("quote_unknown") && zh.text.contains("怎么办"));
    let en = doors.page("/quotes/q77", "language=en").await;
    assert!(en.text.contains("What to do"));
    assert!(doors.page("/nowhere", "").await.text.contains("没有这一页"));
}

#[tokio::test]
async fn our_script_gets_lines() {
    let doors = doors().await;
    let head = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("accept", "application/x-ndjson"),
    ];
    let answer = doors.send("POST", "/chat", &head, "text=hello").await;
    let last: serde_json::Value = serde_json::from_str(answer.text.lines().last().unwrap()).unwrap();
    assert!(last["html"].as_str().unwrap().contains("<article"));
    let empty = doors.send("POST", "/chat", &head, "text=+").await;
    assert!(empty.text.contains("<article"), "a refusal is an answer like any other: {}", empty.text);
}

#[tokio::test]
async fn every_refusal_has_its_page() {
    let doors = doors().await;
    let index = doors.page("/errors", "").await;
    for code in ["shop_full", "quote_expired", "budget_exhausted"] {
        assert!(index.text.contains(&format!("/errors/{code}")));
        assert_eq!(doors.page(&format!("/errors/{code}"), "").await.status, StatusCode::OK);
    }
}
