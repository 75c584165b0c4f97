//! `cargo run -p private-postgres`: a server to try things on, until standard input ends. It prints its URL.

#![expect(clippy::print_stdout, reason = "the URL is what it is run for")]

fn main() -> anyhow::Result<()> {
    let server = private_postgres::Server::start()?;
    println!("{}", server.url());
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
    Ok(())
}
