//! The API for programs: from a cart to a paid order and back, and what it refuses.

use axum::http::StatusCode;
use serde_json::json;

use crate::world::{Doors, doors, some_item};

async fn quote(doors: &Doors, token: &str) -> serde_json::Value {
    let (shop, item) = some_item();
    let cart = json!({ "lines": [{ "shop_id": shop, "item_id": item, "quantity": 2 }], "label": "公司" });
    let answer = doors.post("/api/quotes", token, cart).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()
}

#[tokio::test]
async fn a_cart_becomes_a_paid_order_and_is_called_off() {
    let doors = doors().await;
    let token = doors.guest().await;
    let claimed = doors.post("/api/vouchers", &token, json!({ "campaign": "welcome" })).await.json();
    assert_eq!(claimed["state"], "usable");
    let quote = quote(&doors, &token).await;
    assert_eq!(quote["discounts"][0]["code"], "welcome");
    assert_eq!(quote["delivery"]["label"], "公司");

    let confirm = format!("/api/quotes/{}/confirm", quote["id"].as_str().unwrap());
    let order = doors.post(&confirm, &token, json!({ "hash": quote["hash"] })).await.json();
    assert_eq!(order["state"], "paid");
    assert_eq!(order["captured"], quote["total"]);
    let again = doors.post(&confirm, &token, json!({ "hash": quote["hash"] })).await.json();
    assert_eq!(again["id"], order["id"], "asking twice is asking once");

    let listed = doors.get("/api/orders", &token).await.json();
    assert_eq!(listed["orders"].as_array().unwrap().len(), 1);
    let paid = 20_000 - order["captured"].as_i64().unwrap();
    assert_eq!(doors.get("/api/wallet", &token).await.json()["balance"], paid);

    let path = format!("/api/orders/{}", order["id"].as_str().unwrap());
    let cancelled = doors.post(&format!("{path}/cancel"), &token, json!({})).await.json();
    assert_eq!(cancelled["state"], "cancelled");
    assert_eq!(cancelled["refunded"], order["captured"]);
    let wallet = doors.get("/api/wallet", &token).await.json();
    assert_eq!((&wallet["balance"], &wallet["vouchers"][0]["state"]), (&json!(20_000), &json!("usable")));
}

#[tokio::test]
async fn nobody_gets_at_what_is_not_theirs() {
    let doors = doors().await;
    let (mine, theirs) = (doors.guest().await, doors.guest().await);
    let quote = quote(&doors, &mine).await;
    let path = format!("/api/quotes/{}", quote["id"].as_str().unwrap());
    assert_eq!(doors.get(&path, &mine).await.status, StatusCode::OK);
    assert_eq!(doors.get(&path, &theirs).await.json()["code"], "quote_unknown");
    let stolen = doors.post(&format!("{path}/confirm"), &theirs, json!({ "hash": quote["hash"] })).await;
    assert_eq!(stolen.json()["code"], "quote_unknown");
    for bad in ["", "Bearer", "Bearer xe_b1_00", &format!("{theirs}0")] {
        let answer = doors.get("/api/wallet", bad).await;
        assert_eq!((answer.status, &answer.json()["code"]), (StatusCode::UNAUTHORIZED, &json!("not_signed_in")));
    }
}

#[tokio::test]
async fn a_changed_hash_and_a_reused_key_buy_nothing() {
    let doors = doors().await;
    let token = doors.guest().await;
    let (first, second) = (quote(&doors, &token).await, quote(&doors, &token).await);
    let confirm = |quote: &serde_json::Value| format!("/api/quotes/{}/confirm", quote["id"].as_str().unwrap());
    let changed = doors.post(&confirm(&first), &token, json!({ "hash": second["hash"] })).await;
    assert_eq!((changed.status, &changed.json()["code"]), (StatusCode::CONFLICT, &json!("quote_changed")));

    let head = [("authorization", token.as_str()), ("idempotency-key", "my-order-1")];
    let body = |quote: &serde_json::Value| json!({ "hash": quote["hash"] }).to_string();
    let placed = doors.send("POST", &confirm(&first), &head, body(&first)).await;
    assert_eq!(placed.status, StatusCode::OK, "{}", placed.text);
    let reused = doors.send("POST", &confirm(&second), &head, body(&second)).await;
    assert_eq!(reused.json()["code"], "key_reused");
    assert_eq!(doors.get("/api/orders", &token).await.json()["orders"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_too_large_or_not_of_the_form_is_said_so() {
    let doors = doors().await;
    let token = doors.guest().await;
    let large = doors.post("/api/chat", &token, json!({ "text": "a".repeat(70_000) })).await;
    assert_eq!((large.status, &large.json()["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!("body_too_large")));
    let long = doors.post("/api/chat", &token, json!({ "text": "啊".repeat(2_001) })).await;
    assert_eq!((long.status, &long.json()["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("sentence_too_long")));
    let wrong = doors.post("/api/chat", &token, json!({ "texts": "a" })).await;
    assert_eq!((wrong.status, &wrong.json()["code"]), (StatusCode::BAD_REQUEST, &json!("request_invalid")));
    assert!(wrong.json()["detail"].as_str().unwrap().contains("texts"), "{}", wrong.text);

    let (shop, item) = some_item();
    let line = |quantity| json!({ "lines": [{ "shop_id": shop, "item_id": item, "quantity": quantity }] });
    let many = doors.post("/api/quotes", &token, line(1000)).await;
    assert_eq!(many.json()["code"], "quantity_out_of_range");
    let mut strange = line(1);
    strange["lines"][0]["options"] = json!({ "颜色": "绿" });
    assert_eq!(doors.post("/api/quotes", &token, strange).await.json()["code"], "option_unknown");
}

#[tokio::test]
async fn a_problem_speaks_the_askers_language() {
    let doors = doors().await;
    let english = [("accept-language", "en-GB")];
    let answer = doors.send("GET", "/api/wallet", &english, "").await;
    assert_eq!(answer.head["content-type"], "application/problem+json");
    assert_eq!(answer.head["www-authenticate"], "Bearer");
    assert_eq!(answer.json()["type"], "/errors/not_signed_in");
    assert!(answer.json()["detail"].as_str().unwrap().is_ascii());
    assert!(!doors.send("GET", "/api/wallet", &[], "").await.json()["detail"].as_str().unwrap().is_ascii());
    assert_eq!(doors.send("GET", "/api/nothing", &[], "").await.json()["code"], "not_found");
    let method = doors.send("DELETE", "/api/wallet", &[], "").await;
    assert_eq!((method.status, &method.json()["code"]), (StatusCode::METHOD_NOT_ALLOWED, &json!("request_invalid")));
}

#[tokio::test]
async fn addresses_and_years_are_kept_or_refused_with_their_field() {
    let doors = doors().await;
    let token = doors.guest().await;
    let head = [("authorization", token.as_str())];
    let listed = doors.get("/api/addresses", &token).await;
    let kept = doors.send("PUT", "/api/addresses", &head, listed.text.clone()).await;
    assert_eq!(kept.json(), listed.json(), "a list goes back as it came");
    let bad = json!({ "addresses": [{ "text": "x", "adcode": "12" }] }).to_string();
    assert_eq!(doors.send("PUT", "/api/addresses", &head, bad).await.json()["code"], "buyer_field_invalid");
    let year = doors.send("PATCH", "/api/me", &head, json!({ "birth_year": 1950, "language": "en" }).to_string()).await;
    assert_eq!((&year.json()["birth_year"], &year.json()["language"]), (&json!(1950), &json!("en")));
}

#[tokio::test]
async fn what_a_buyer_does_not_eat_is_theirs_to_see_and_change() {
    let doors = doors().await;
    let token = doors.guest().await;
    let head = [("authorization", token.as_str())];
    let chat = |text: &str| json!({ "text": text }).to_string();
    let said = doors.send("POST", "/api/chat", &head, chat("我对花生过敏")).await.json();
    assert!(said["reply"].as_str().unwrap().contains("花生过敏"), "{said}");
    let me = doors.get("/api/me", &token).await.json();
    assert_eq!(me["avoids"], json!([{ "what": "花生", "strictness": "allergy" }]));
    let kept = json!({ "avoids": [{ "what": "shrimp", "strictness": "allergy" }] }).to_string();
    let kept = doors.send("PATCH", "/api/me", &head, kept).await.json();
    assert_eq!(kept["avoids"], json!([{ "what": "虾", "strictness": "allergy" }]));
    for wrong in [json!([{ "what": "虾", "strictness": "x" }]), json!([{ "what": " ", "strictness": "allergy" }])] {
        let refused = doors.send("PATCH", "/api/me", &head, json!({ "avoids": wrong }).to_string()).await;
        assert!(refused.status.is_client_error(), "{}", refused.text);
    }
    let said = doors.send("POST", "/api/chat", &head, chat("忘掉我的忌口")).await.json();
    assert!(said["reply"].as_str().unwrap().contains("删掉"), "{said}");
    assert_eq!(doors.get("/api/me", &token).await.json()["avoids"], json!([]));
}

#[tokio::test]
async fn numbers_cards_and_places_are_what_they_can_be() {
    let doors = doors().await;
    let token = doors.guest().await;
    for path in ["/api/wallet?from=18446744073709551615", "/api/wallet?from=-1", "/api/orders?limit=x"] {
        let answer = doors.get(path, &token).await;
        assert_eq!((answer.status, &answer.json()["code"]), (StatusCode::BAD_REQUEST, &json!("request_invalid")));
    }
    assert_eq!(doors.get("/api/wallet?from=9223372036854775807", &token).await.status, StatusCode::OK);
    let (shop, item) = some_item();
    let with = |field: &str, value: serde_json::Value| {
        let mut cart = json!({ "lines": [{ "shop_id": shop, "item_id": item }] });
        cart[field] = value;
        cart
    };
    let far = |longitude| json!({ "text": "x", "longitude": longitude, "latitude": 30.0 });
    for (cart, field) in [
        (with("card", json!("Test Pays")), "card"),
        (with("card", json!("a".repeat(65))), "card"),
        (with("address", far(181.0)), "longitude"),
        (with("address", json!({ "text": "x", "longitude": 120.0 })), "latitude"),
    ] {
        let answer = doors.post("/api/quotes", &token, cart).await;
        assert_eq!((answer.status, &answer.json()["code"]), (StatusCode::BAD_REQUEST, &json!("request_invalid")));
        assert!(answer.json()["detail"].as_str().unwrap().contains(field), "{}", answer.text);
    }
    assert_eq!(doors.post("/api/quotes", &token, with("address", far(120.0))).await.status, StatusCode::OK);
}

/// A body that does not come takes nobody's place, and is not waited for.
#[tokio::test]
async fn a_body_that_never_ends_is_not_waited_for() {
    let doors = doors().await;
    let never = axum::body::Body::from_stream(futures_util::stream::pending::<Result<String, std::io::Error>>());
    let late = doors.send("POST", "/api/chat", &[], never).await;
    assert_eq!((late.status, &late.json()["code"]), (StatusCode::REQUEST_TIMEOUT, &json!("request_invalid")));
}

#[tokio::test]
async fn what_a_buyer_usually_has_is_theirs_to_see_and_have_forgotten() {
    let doors = doors().await;
    let token = doors.guest().await;
    let head = [("authorization", token.as_str())];
    let chat = |text: &str| json!({ "text": text }).to_string();
    let me = doors.get("/api/me", &token).await.json();
    assert_eq!((&me["usual"], &me["tastes"]), (&json!([]), &json!([])));
    for said in ["一杯拿铁", "确认"] {
        doors.send("POST", "/api/chat", &head, chat(said)).await;
    }
    let me = doors.get("/api/me", &token).await.json();
    assert_eq!(me["usual"][0]["lines"][0]["quantity"], 1, "{me}");
    let said = doors.send("POST", "/api/chat", &head, chat("把我的记录清空")).await.json();
    assert!(said["reply"].as_str().unwrap().contains("订单"), "{said}");
    assert_eq!(doors.get("/api/me", &token).await.json()["usual"], json!([]));
}
