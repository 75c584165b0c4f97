//! A demonstration in memory behind the real doors, for looking at the pages: `cargo run -p gateway --example doors -- ADDRESS`
#![expect(clippy::unwrap_used, reason = "a tool for looking")]

#[path = "../tests/it/world.rs"]
#[expect(dead_code, reason = "only the doors are used")]
mod world;

fn main() {
    let address = std::env::args().nth(1).unwrap();
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        gateway::serve(world::gateway().await, listener, std::future::pending()).await.unwrap();
    });
}
