//! HTTP: which requests are answered, and how an [`Answer`] is sent.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt as _;
use futures_core::Stream;
use tokio::sync::mpsc;

use super::answer::{self, Answer};
use super::app::App;

const SCRIPT: &str = include_str!("client/reload.js");
const STYLE: &str = include_str!("client/overlay.css");

/// Answers requests until the server is stopped or interrupted from the keyboard.
pub(super) fn serve(listener: TcpListener, app: &Arc<App>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut stop = app.stop.subscribe();
    let router = Router::new().fallback(handle).with_state(Arc::clone(app));
    let result = runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(|connection| {
            let _ = connection.set_nodelay(true);
        });
        tokio::select! {
            result = axum::serve(listener, router) => result,
            _ = stop.wait_for(|stop| *stop) => Ok(()),
            result = tokio::signal::ctrl_c() => result,
        }
    });
    runtime.shutdown_background();
    result
}

async fn handle(State(app): State<Arc<App>>, request: Request) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(|host| is_own(host, app.options.host)) {
        return (StatusCode::FORBIDDEN, app.ui.word("serve-host")).into_response();
    }
    let head = request.method() == Method::HEAD;
    if !head && request.method() != Method::GET {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
    }
    let (path, query) = (request.uri().path().to_owned(), request.uri().query().map(str::to_owned));
    let mut response = match path.as_str() {
        "/_hoaban/events" => events(&app),
        "/_hoaban/reload.js" => text("x.js", SCRIPT),
        "/_hoaban/overlay.css" => text("x.css", STYLE),
        "/_hoaban/problems.json" => overlay(app, query.as_deref()).await,
        _ => file(app, path, query).await,
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if head { without_body(response) } else { response }
}

/// Names that this machine has for itself, so that no page of another site can reach the server under a name of its own (DNS
/// rebinding). Where every address is listened on, any address is fine, but no other name.
fn is_own(host: &str, listening: IpAddr) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback() || address == listening || listening.is_unspecified(),
        Err(_) => name.trim_end_matches('.').eq_ignore_ascii_case("localhost"),
    }
}

async fn file(app: Arc<App>, path: String, query: Option<String>) -> Response {
    app.settled().await;
    let raw = query.as_deref().is_some_and(|query| query.split('&').any(|part| part == "_hoaban=raw"));
    let made = tokio::task::spawn_blocking(move || answer::answer(&path, query.as_deref(), raw, &app)).await;
    match made {
        Ok(Answer::File { status, media_type, bytes }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            (status, [(CONTENT_TYPE, media_type)], bytes).into_response()
        }
        Ok(Answer::Redirect(to)) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn overlay(app: Arc<App>, query: Option<&str>) -> Response {
    app.settled().await;
    let page = query.and_then(|query| query.strip_prefix("path="));
    let state = app.state();
    let path = page.and_then(|page| answer::out_path(&answer::decode(page), &state));
    match serde_json::to_vec(&state.overlay(path.as_ref(), &app.ui)) {
        Ok(json) => ([(CONTENT_TYPE, "application/json")], json).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn text(name: &str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, super::media_types::of(name))], text).into_response()
}

fn without_body(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    if let Some(length) = axum::body::HttpBody::size_hint(&body).exact() {
        parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Response::from_parts(parts, Body::from(Bytes::new()))
}

/// Server-sent events (HTML Standard, 9.2): `reload` with the version on connection and after each change of it, `problems`
/// whenever what is wrong has changed.
fn events(app: &Arc<App>) -> Response {
    let (send, receive) = mpsc::channel(4);
    let mut news = app.news.subscribe();
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let mut told = *news.borrow_and_update();
        let mut event = Event::default().event("reload").data(app.version(told.version));
        while send.send(event).await.is_ok() {
            let changed = tokio::select! {
                changed = news.changed() => changed.is_ok(),
                () = send.closed() => false,
            };
            if !changed {
                return;
            }
            let now = *news.borrow_and_update();
            event = match now.version == told.version {
                true => Event::default().event("problems").data(now.problems.to_string()),
                false => Event::default().event("reload").data(app.version(now.version)),
            };
            told = now;
        }
    });
    Sse::new(Feed(receive)).keep_alive(KeepAlive::default()).into_response()
}

struct Feed(mpsc::Receiver<Event>);

impl Stream for Feed {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::is_own;

    #[test]
    fn only_own_names_are_answered() {
        let loopback: IpAddr = "127.0.0.1".parse().unwrap();
        for host in ["localhost", "localhost:4747", "LOCALHOST", "127.0.0.1:80", "127.0.0.1", "[::1]:4747", "[::1]"] {
            assert!(is_own(host, loopback), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example:4747", "192.168.1.5:4747", "", "[", "127.0.0.1.evil.example"] {
            assert!(!is_own(host, loopback), "{host}");
        }
        assert!(is_own("192.168.1.5:4747", "0.0.0.0".parse().unwrap()));
        assert!(is_own("192.168.1.5:4747", "192.168.1.5".parse().unwrap()));
        assert!(!is_own("evil.example", "0.0.0.0".parse().unwrap()));
    }
}
