/** Small helpers that the API pages share: elements, coloured JSON, a sent request. */

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return node;
}

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Puts JSON text into a code element, in colours; addresses become links. */
export function colour(code, text) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.append(text.slice(at, match.index));
    const [, string, colon, number] = match;
    const kind = colon !== undefined ? "key" : string ? "text" : number ? "number" : "word";
    const span = element("span", { class: `j-${kind}` });
    if (kind === "text" && /^"(https?:\/\/|\/)[^\s"<>]*"$/.test(string)) {
      span.append('"', element("a", { href: JSON.parse(string) }, string.slice(1, -1)), '"');
    } else span.append(string ?? match[0]);
    out.append(span, colon ?? "");
    at = match.index + match[0].length;
  }
  out.append(text.slice(at));
  code.replaceChildren(out);
}

/** The text as it is shown: JSON is laid out, the rest stays. Numbers keep their digits. */
export function pretty(text, contentType) {
  if (!/json/.test(contentType ?? "")) return text;
  let depth = 0;
  return text.replace(
    /("(?:\\.|[^"\\])*")|([{[])(\s*[}\]])?|([}\]])|(,)|(:)|\s+/g,
    (whole, string, open, closed, close, comma, colon) => {
      const line = () => "\n" + "  ".repeat(depth);
      if (string) return string;
      if (open && closed) return open + closed.trim();
      if (open) return depth++, open + line();
      if (close) return depth--, line() + close;
      if (comma) return comma + line();
      return colon ? ": " : "";
    },
  );
}

/** Sends a request and tells what came back, as plain text. */
export async function send(method, url, { headers = {}, body } = {}) {
  const csrf = document.querySelector("meta[name=csrf-token]")?.content;
  const started = performance.now();
  const response = await fetch(url, {
    method,
    body,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      ...(csrf && !["GET", "HEAD", "OPTIONS"].includes(method) ? { "X-CSRFToken": csrf } : {}),
      ...headers,
    },
  });
  const text = await response.text();
  return {
    ok: response.ok,
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    text: pretty(text, response.headers.get("content-type")),
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Shows an answer in the parts of an exchange: data-status, data-headers, data-body. */
export function show(exchange, answer) {
  const status = exchange.querySelector("[data-status]");
  status.textContent = `${answer.status} ${answer.statusText}`.trim();
  status.classList.toggle("is-bad", answer.status >= 400);
  exchange
    .querySelector("[data-headers]")
    .replaceChildren(
      ...answer.headers.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
    );
  colour(exchange.querySelector("[data-body]"), answer.text || "(no content)");
}
