//! What others build on: the OpenAPI document, health, metrics, headers.

use serde_json::Value;

use crate::world::doors;

#[tokio::test]
async fn the_openapi_document_is_what_others_build_on() {
    let document = doors().await.send("GET", "/openapi.json", &[], "").await.json();
    insta::assert_json_snapshot!("openapi", document);
}

/// Each described route answers, and not with "no such page" or "no such method": the document is made from the routes,
/// so there is none that it does not tell of.
#[tokio::test]
async fn every_described_route_is_there() {
    let doors = doors().await;
    let token = doors.guest().await;
    let document = doors.send("GET", "/openapi.json", &[], "").await.json();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, about) in methods.as_object().unwrap() {
            let at = path.replace("{id}", "x1");
            let head = [("authorization", token.as_str())];
            let answer = doors.send(&method.to_uppercase(), &at, &head, "{").await;
            assert_ne!(answer.status, 405, "{method} {path}");
            assert_ne!(answer.status, 500, "{method} {path}");
            assert!(about["summary"].is_string(), "{method} {path} says what it does");
            let parameters = about["parameters"].as_array().cloned().unwrap_or_default();
            let named = parameters.iter().any(|parameter| parameter["in"] == "path");
            assert_eq!(named, path.contains('{'), "{method} {path} names its parameters");
        }
    }
}

/// Every schema that is referred to is there.
#[tokio::test]
async fn every_reference_leads_somewhere() {
    let document = doors().await.send("GET", "/openapi.json", &[], "").await.json();
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(reference)) = fields.get("$ref") {
                    let pointer = reference.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                }
                open.extend(fields.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

#[tokio::test]
async fn every_answer_is_shielded() {
    let doors = doors().await;
    for path in ["/", "/healthz", "/nowhere", "/api/wallet"] {
        let answer = doors.page(path, "").await;
        assert!(answer.head["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"), "{path}");
        assert_eq!(answer.head["x-content-type-options"], "nosniff");
    }
    assert_eq!(doors.send("GET", "/healthz", &[], "").await.json()["status"], "ok");
}

/// The pages of the codes say which status each comes with; it comes with that one.
#[test]
fn a_refusal_comes_with_the_status_that_its_page_says() {
    use domain::refusal::Refusal;
    let refusals = [Refusal::CartEmpty, Refusal::NotSignedIn, Refusal::BuyerUnknown, Refusal::KeyReused];
    for refusal in refusals {
        let page = gateway::explanation::page(refusal.code()).unwrap();
        let status = gateway::status(&refusal);
        let said = format!("`{} ", status.as_u16());
        assert!(page.contains(&said), "{} comes with {status}", refusal.code());
    }
}
