//! `xiaoer serve`: everything.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use gateway::Gateway;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::print;
use crate::configuration::Configuration;
use crate::wiring;

/// How long requests that are under way have to finish after a stop is asked for.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until it is told to stop.
///
/// # Errors
/// If the store cannot be opened or the address cannot be listened on.
pub fn serve(configuration: &Configuration) -> Result<ExitCode> {
    if configuration.now.is_some() && !configuration.test_card {
        bail!("the clock is pinned (XIAOER_NOW) while payments are real (test_card = false); unset one of them");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(doors(configuration))?;
    runtime.shutdown_timeout(FAREWELL);
    Ok(ExitCode::SUCCESS)
}

async fn doors(configuration: &Configuration) -> Result<()> {
    let desk = wiring::desk(configuration).await?;
    let metrics = gateway::metric::install()?;
    let address = &configuration.listen;
    let listener = TcpListener::bind(address).await;
    let listener =
        listener.with_context(|| format!("{address} cannot be listened on; choose another with --listen"))?;
    greet(&listener)?;
    let work = tokio::spawn({
        let desk = desk.clone();
        async move { desk.work().await }
    });
    let gateway = Gateway::new(desk, metrics, configuration.secure_cookies);
    let (ending, ended) = tokio::sync::oneshot::channel();
    let mut serving = tokio::spawn(gateway::serve(gateway, listener, async move { drop(ended.await) }));
    tokio::select! {
        asked = stop_asked() => asked?,
        served = &mut serving => return served?.context("the listener failed"),
    }
    work.abort();
    // The server may have ended by itself; then nobody listens for the end.
    let _ = ending.send(());
    tokio::time::timeout(FAREWELL, serving).await.map_or(Ok(()), |served| Ok(served??))
}

fn greet(listener: &TcpListener) -> Result<()> {
    let address = listener.local_addr()?;
    print(&format!(
        "xiaoer 小二 is at http://{address}/\n  \
         say, for example: 帮我点两杯珍珠奶茶，少糖，送到公司\n  \
         or: two americanos, one iced, no sugar\n"
    ))?;
    Ok(())
}

async fn stop_asked() -> Result<()> {
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked?,
        _ = terminated.recv() => {}
    }
    Ok(())
}
