//! Words for describing endpoints in OpenAPI, so that a description is as short as what it describes.

use serde_json::{Value, json};

/// An operation: what it does, and what it answers with.
pub fn operation(id: &str, summary: &str, answer: Value) -> Value {
    json!({
        "operationId": id,
        "summary": summary,
        "responses": {
            "200": { "description": "Done.", "content": { "application/json": { "schema": answer } } },
            "401": { "$ref": "#/components/responses/NotSignedIn" },
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
pub fn with(operation: Value, place: &str, name: &str, description: &str) -> Value {
    parameter(operation, place, name, description, json!({ "type": "string" }))
}

/// The same with a whole number behind the question mark, from nought to `most`.
pub fn with_number(operation: Value, name: &str, description: &str, most: u64) -> Value {
    let schema = json!({ "type": "integer", "format": "int64", "minimum": 0, "maximum": most });
    parameter(operation, "query", name, description, schema)
}

/// The same with this answer, which is no plain refusal.
pub fn also(mut operation: Value, status: &str, description: &str) -> Value {
    operation["responses"][status] = json!({
        "description": description,
        "content": { "application/problem+json": { "schema": schema("Problem") } },
    });
    operation
}

fn parameter(mut operation: Value, place: &str, name: &str, description: &str, schema: Value) -> Value {
    let parameter = json!({
        "in": place, "name": name, "description": description,
        "required": place == "path", "schema": schema,
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
    if let Some(responses) = operation["responses"].as_object_mut() {
        responses.remove("401");
    }
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
