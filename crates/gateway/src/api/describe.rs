//! Words for describing endpoints in OpenAPI, so that a description is as short as what it describes.

use serde_json::{Value, json};

/// An operation: what it does, and what it answers with.
pub fn operation(id: &str, summary: &str, answer: Value) -> Value {
    json!({
        "operationId": id,
        "summary": summary,
        "responses": {
            "200": { "description": "Done.", "content": { "application/json": { "schema": answer } } },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    })
}

/// The same with a body of this form.
pub fn taking(mut operation: Value, body: Value) -> Value {
    operation["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": body } } });
    operation
}

/// The same with a parameter; those in a path are always required.
pub fn with(mut operation: Value, place: &str, name: &str, description: &str) -> Value {
    let parameter = json!({
        "in": place, "name": name, "description": description,
        "required": place == "path", "schema": { "type": "string" },
    });
    match operation["parameters"].as_array_mut() {
        Some(parameters) => parameters.push(parameter),
        None => operation["parameters"] = json!([parameter]),
    }
    operation
}

/// The same for anybody, without a token.
pub fn open(mut operation: Value) -> Value {
    operation["security"] = json!([]);
    operation
}

/// The schema of this name.
pub fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A list of them.
pub fn list_of(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// An object with these fields; those without `?` behind their name are required.
pub fn object(fields: &[(&str, Value)]) -> Value {
    let name = |field: &str| field.trim_end_matches('?').to_owned();
    let properties: serde_json::Map<_, _> = fields.iter().map(|(field, form)| (name(field), form.clone())).collect();
    let required: Vec<_> = fields.iter().filter(|(field, _)| !field.ends_with('?')).map(|(field, _)| *field).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

/// A text, and what it is.
pub fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

/// A sum in fen.
pub fn fen(description: &str) -> Value {
    json!({ "type": "integer", "format": "int64", "description": format!("{description} In fen.") })
}

/// A whole number.
pub fn whole(description: &str) -> Value {
    json!({ "type": "integer", "description": description })
}

/// Yes or no.
pub fn flag(description: &str) -> Value {
    json!({ "type": "boolean", "description": description })
}

/// The same form, or null.
pub fn or_null(form: Value) -> Value {
    json!({ "anyOf": [form, { "type": "null" }] })
}
