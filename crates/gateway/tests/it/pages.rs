//! The pages without a browser: cookies, forms from elsewhere, refusals as pages. The browser tests are in `web/tests`.

use axum::http::StatusCode;

use crate::world::{doors, doors_over};

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

/// A shop that would have its goods run in whoever looks at them.
const MARKUP: &str = r#"{"shops": [{"id": "evil", "name": "<script>alert('shop')</script>店", "name_en": "<script>alert('shop')</script>",
  "kind": "food", "hours": "00:00-24:00", "orders_per_ten_minutes": 40, "delivery_fee": 300, "minutes": 30,
  "location": {"adcode": "330106", "longitude": 120.13, "latitude": 30.27, "address": "<b>路</b>1号"}, "tags": ["<i>包子</i>"],
  "items": [{"id": "bun", "name": "<script>alert('bun')</script>包子", "name_en": "<img src=x onerror=alert(1)> bun", "price": 500,
    "stock": null, "tags": ["<b>包子</b>"], "options": [{"name": "<i>馅</i>", "name_en": "<i>filling</i>",
      "values": [{"name": "<u>肉</u>", "name_en": "<u>pork</u>", "price": 0}], "default": "<u>肉</u>", "many": false}]}]}]}"#;

#[tokio::test]
async fn what_a_shop_calls_its_goods_is_never_taken_for_html() {
    let doors = doors_over(MARKUP).await;
    let buns = "text=%E6%9C%89%E4%BB%80%E4%B9%88%E5%8C%85%E5%AD%90";
    let cookie = doors.form("/chat", "", buns).await.cookie();
    let shown = doors.page("/", &cookie).await;
    assert!(shown.text.contains("&#60;script&#62;"), "it is shown: {}", shown.text);
    let one = "text=%E6%9D%A5%E4%B8%80%E4%B8%AA%E5%8C%85%E5%AD%90";
    doors.form("/chat", &cookie, one).await;
    let home = doors.page("/", &cookie).await;
    let at = home.text.find("/quotes/q").unwrap_or_else(|| panic!("{}", home.text));
    let path: String = home.text[at..].chars().take_while(|c| *c != '"').collect();
    let quote = doors.page(&path, &cookie).await;
    let at = quote.text.find("name=\"hash\" value=\"").unwrap() + "name=\"hash\" value=\"".len();
    let placed = doors.form(&format!("{path}/confirm"), &cookie, format!("hash={}", &quote.text[at..at + 64])).await;
    let order = doors.page(placed.head["location"].to_str().unwrap(), &cookie).await;
    let orders = doors.page("/orders", &cookie).await;
    for (page, answer) in [("shown", shown), ("home", home), ("quote", quote), ("order", order), ("orders", orders)] {
        for markup in ["<script>alert", "<img src=x", "<u>", "<i>", "<b>路", "<b>包子"] {
            assert!(!answer.text.contains(markup), "{page} has {markup}: {}", answer.text);
        }
    }
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

#[tokio::test]
async fn looking_opens_nobody_and_the_empty_pages_invite() {
    let doors = doors().await;
    for path in ["/wallet", "/addresses", "/orders"] {
        let page = doors.page(path, "").await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.head.contains_key("set-cookie"), "{path}");
        assert!(page.text.contains("去点单"), "{path}");
    }
    let claimed = doors.form("/vouchers/claim", "", "campaign=welcome").await;
    assert!(doors.page("/wallet", &claimed.cookie()).await.text.contains("class=\"voucher\""));
}

#[tokio::test]
async fn a_paid_quote_leads_to_its_order() {
    let doors = doors().await;
    let said = doors.form("/chat", "", "text=%E4%B8%80%E6%9D%AF%E6%8B%BF%E9%93%81").await;
    let cookie = said.cookie();
    let home = doors.page("/", &cookie).await;
    let at = home.text.find("/quotes/q").unwrap();
    let path: String = home.text[at..].chars().take_while(|c| *c != '"').collect();
    let quote = doors.page(&path, &cookie).await;
    let at = quote.text.find("name=\"hash\" value=\"").unwrap() + "name=\"hash\" value=\"".len();
    let hash = &quote.text[at..at + 64];
    let order = doors.form(&format!("{path}/confirm"), &cookie, format!("hash={hash}")).await;
    let order = order.head["location"].to_str().unwrap().to_owned();
    let again = doors.page(&path, &cookie).await;
    assert_eq!((again.status, again.head["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, order.as_str()));
}

#[tokio::test]
async fn what_cannot_be_read_is_said_in_the_visitors_language() {
    let doors = doors().await;
    for path in ["/wallet?from=abc", "/wallet?from=18446744073709551615", "/orders?from=abc"] {
        let zh = doors.page(path, "").await;
        assert_eq!(zh.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(zh.text.contains("request_invalid") && zh.text.contains('要') && !zh.text.contains("invalid digit"));
        assert!(doors.page(path, "language=en").await.text.contains("number"));
    }
    for path in ["/orders/%ff", "/quotes/%ff", "/errors/%ff", "/orders/1"] {
        let lost = doors.page(path, "").await;
        assert_eq!(lost.status, StatusCode::NOT_FOUND, "{path}");
        assert!(lost.text.contains("没有这一页"), "{path}: {}", lost.text);
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let doors = doors().await;
    let lost = doors.page("//evil.example/x", "").await;
    assert!(!lost.text.contains("evil.example"), "{}", lost.text);
    let head = [
        ("accept", "text/html"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("referer", "http://shop//evil.example/x"),
    ];
    let refused = doors.send("POST", "/quotes/q77/confirm", &head, "hash=0").await;
    assert!(!refused.text.contains("evil.example"), "{}", refused.text);
}

#[tokio::test]
async fn the_examples_move_to_where_somebody_is() {
    let doors = doors().await;
    let page = doors.page("/addresses", "").await;
    let at = page.text.find("<option value=\"3").unwrap() + "<option value=\"".len();
    let adcode = &page.text[at..at + 6];
    let moved = doors.form("/addresses", "", format!("do=move&adcode={adcode}")).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
    let page = doors.page("/addresses", &moved.cookie()).await;
    assert_eq!(page.text.matches("name=\"place\"").count(), 2);
    let nowhere = doors.form("/addresses", &moved.cookie(), "do=move&adcode=000000").await;
    assert_eq!(nowhere.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_somebody_usually_has_is_on_the_page_and_can_be_forgotten() {
    let doors = doors().await;
    let cookie = doors.form("/chat", "", "text=%E4%B8%80%E6%9D%AF%E6%8B%BF%E9%93%81").await.cookie();
    assert!(!doors.page("/addresses", &cookie).await.text.contains("action=\"/usual\""), "there is nothing to forget");
    doors.form("/chat", &cookie, "text=%E7%A1%AE%E8%AE%A4").await;
    let page = doors.page("/addresses", &cookie).await;
    assert!(page.text.contains("action=\"/usual\"") && page.text.contains("拿铁"), "{}", page.text);
    let forgotten = doors.form("/usual", &cookie, "do=forget").await;
    assert_eq!(forgotten.status, StatusCode::SEE_OTHER, "{}", forgotten.text);
    let page = doors.page("/addresses", &cookie).await;
    assert!(!page.text.contains("拿铁") && !page.text.contains("action=\"/usual\""), "{}", page.text);
    assert!(doors.page("/orders", &cookie).await.text.contains("拿铁"), "the order itself stays");
}
