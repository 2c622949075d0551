import { colour, element, send, show } from "./json.js";

const root = document.querySelector("[data-docs]");
const nav = document.querySelector("[data-docs-nav]");
const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];
let api;

try {
  const response = await fetch(root.dataset.docs, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  api = await response.json();
  page();
} catch (error) {
  root.replaceChildren(
    element("div", { class: "note", role: "alert" }, `The document ${root.dataset.docs} could not be shown: ${error.message}.`),
  );
}

function page() {
  const { info = {}, servers = [] } = api;
  root.replaceChildren(
    element(
      "header",
      { class: "head" },
      element(
        "div",
        {},
        element("h1", {}, info.title ?? "API"),
        info.description && element("div", { class: "about" }, info.description),
        element(
          "p",
          { class: "muted" },
          `Version ${info.version ?? "unknown"} · OpenAPI ${api.openapi ?? ""} · `,
          element("a", { href: root.dataset.docs }, "the document"),
        ),
      ),
    ),
    authorization(),
  );
  for (const [tag, operations] of byTag()) {
    const about = api.tags?.find((item) => item.name === tag)?.description;
    const section = element(
      "section",
      { "data-group": true },
      element("div", { class: "tag-head" }, element("h2", { id: `tag-${tag}` }, tag), about && element("p", {}, about)),
    );
    const list = element("ul");
    for (const operation of operations) {
      section.append(details(operation, servers[0]?.url ?? ""));
      list.append(
        element(
          "li",
          {},
          element(
            "a",
            { href: `#${operation.id}` },
            method(operation.method),
            element("span", {}, operation.summary ?? operation.path),
          ),
        ),
      );
    }
    root.append(section);
    nav.append(element("div", { "data-group": true }, element("h2", {}, tag), list));
  }
  schemas();
  filter();
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
}

function byTag() {
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths ?? {})) {
    for (const name of METHODS) {
      const found = item[name];
      if (!found) continue;
      const operation = {
        ...found,
        method: name,
        path,
        id: `op-${found.operationId ?? `${name}-${path}`}`,
        parameters: [...(item.parameters ?? []), ...(found.parameters ?? [])].map(resolve),
      };
      const tag = found.tags?.[0] ?? "Operations";
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(operation);
    }
  }
  return groups;
}

function method(name) {
  return element("span", { class: `method method-${name}` }, name.toUpperCase());
}

/** Follows local references; a reference elsewhere, or a broken one, is shown by its name. */
function resolve(value) {
  let found = value;
  for (let step = 0; found?.$ref && step < 20; step++) {
    if (!found.$ref.startsWith("#/")) return { title: found.$ref };
    const path = found.$ref.slice(2).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const name = path.at(-1);
    found = path.reduce((node, part) => node?.[part], api) ?? { title: `${name} (not found)` };
    found = { title: name, ...found };
  }
  return found ?? {};
}

function authorization() {
  const input = element("input", { id: "token", type: "text", autocomplete: "off", spellcheck: "false", placeholder: "Token 9944b0…" });
  return element(
    "details",
    { class: "op needs-script" },
    element("summary", {}, "Authorization for trying out"),
    element(
      "div",
      { class: "op-body" },
      element("div", { class: "field" }, element("label", { for: "token" }, "Authorization header"), input, element("div", { class: "field-help" }, "Empty: the session of this browser is used. The value is kept on this page only.")),
    ),
  );
}

function details(operation, server) {
  const body = element("div", { class: "op-body" });
  const node = element(
    "details",
    { class: "op", id: operation.id, "data-find": `${operation.method} ${operation.path} ${operation.summary ?? ""}`.toLowerCase() },
    element(
      "summary",
      {},
      method(operation.method),
      element("code", { class: operation.deprecated ? "path is-old" : "path" }, operation.path),
      element("span", { class: "muted" }, operation.summary ?? ""),
    ),
    body,
  );
  // Filled when first opened: a large document stays quick.
  node.addEventListener("toggle", () => node.open && !body.childElementCount && fill(body, operation, server));
  return node;
}

function fill(body, operation, server) {
  if (operation.description) body.append(element("p", { class: "muted" }, operation.description));
  if (operation.deprecated) body.append(element("p", { class: "note" }, "Deprecated: it still works, but do not build on it."));
  if (operation.parameters.length) {
    body.append(
      element(
        "div",
        {},
        element("h3", { class: "minor" }, "Parameters"),
        element(
          "table",
          { class: "params" },
          element("tbody", {}, operation.parameters.map((parameter) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, element("code", {}, parameter.name), " ", parameter.required ? element("span", { class: "required" }, "required") : ""),
              element("td", { class: "type" }, `${parameter.in}, ${typeName(parameter.schema)}`),
              element("td", {}, parameter.description ?? ""),
            ),
          )),
        ),
      ),
    );
  }
  const request = resolve(operation.requestBody);
  const media = Object.entries(request.content ?? {});
  if (media.length) {
    const [type, content] = media[0];
    body.append(
      element("div", {}, element("h3", { class: "minor" }, `Request body, ${media.map(([name]) => name).join(" or ")}`), schema(content.schema)),
    );
    operation.media = { type, types: media.map(([name]) => name), example: content.example ?? example(content.schema) };
  }
  body.append(
    element(
      "div",
      {},
      element("h3", { class: "minor" }, "Responses"),
      element("ul", { class: "responses" }, Object.entries(operation.responses ?? {}).map(([status, value]) => {
        const response = resolve(value);
        const content = Object.values(response.content ?? {})[0];
        return element(
          "li",
          {},
          element("span", { class: status >= "400" ? "status is-bad" : "status" }, status),
          ` ${response.description ?? ""}`,
          content?.schema ? schema(content.schema) : "",
        );
      })),
    ),
    tryOut(operation, server),
  );
}

function typeName(value) {
  const found = resolve(value);
  if (found.enum) return found.enum.map((item) => JSON.stringify(item)).join(" | ");
  const union = found.oneOf ?? found.anyOf;
  if (union) return union.map(typeName).join(" or ");
  const type = [found.type ?? (found.properties ? "object" : "any")].flat().join(" or ");
  if (/array/.test(type)) return `list of ${typeName(found.items)}`;
  if (type === "object" && found.title) return found.title;
  const limits = [
    found.format,
    found.minLength !== undefined && `at least ${found.minLength} characters`,
    found.maxLength !== undefined && `at most ${found.maxLength} characters`,
    found.minimum !== undefined && `from ${found.minimum}`,
    found.maximum !== undefined && `to ${found.maximum}`,
    found.default !== undefined && `default ${JSON.stringify(found.default)}`,
    found.readOnly && "read only",
    found.writeOnly && "write only",
  ].filter(Boolean);
  return limits.length ? `${type} (${limits.join(", ")})` : type;
}

/** All properties of a schema in one map, those of allOf included. */
function properties(value) {
  const found = resolve(value);
  return Object.assign({}, ...(found.allOf ?? []).map(properties), found.properties);
}

function schema(value, depth = 0) {
  const found = resolve(value);
  const inner = [found.type].flat().includes("array") && found.items ? resolve(found.items) : found;
  const fields = Object.entries(properties(inner));
  const head = element("div", { class: "type" }, typeName(value));
  if (!fields.length || depth > 3) return head;
  const list = element("ul", { class: "schema" }, fields.map(([name, field]) => {
    const nested = resolve(field);
    const deeper = Object.keys(properties([nested.type].flat().includes("array") ? nested.items : nested)).length > 0;
    return element(
      "li",
      {},
      element("code", {}, name),
      " ",
      inner.required?.includes(name) ? element("span", { class: "required" }, "required ") : "",
      deeper ? element("details", {}, element("summary", { class: "type" }, typeName(field)), schema(field, depth + 1)) : element("span", { class: "type" }, typeName(field)),
      nested.description ? element("div", { class: "type" }, nested.description) : "",
    );
  }));
  return element("div", {}, head, list);
}

function example(value, depth = 0) {
  const found = resolve(value);
  if (found.example !== undefined) return found.example;
  if (found.examples?.length) return found.examples[0];
  if (found.default !== undefined) return found.default;
  if (found.enum) return found.enum[0];
  if (found.oneOf ?? found.anyOf) return example((found.oneOf ?? found.anyOf)[0], depth);
  const type = [found.type].flat().find((name) => name && name !== "null");
  const fields = Object.entries(properties(found));
  if (fields.length || type === "object") {
    if (depth > 4) return {};
    return Object.fromEntries(fields.filter(([, field]) => !resolve(field).readOnly).map(([name, field]) => [name, example(field, depth + 1)]));
  }
  if (type === "array") return depth > 4 ? [] : [example(found.items, depth + 1)];
  if (type === "integer" || type === "number") return found.minimum ?? 0;
  if (type === "boolean") return false;
  const samples = { date: "2027-01-11", "date-time": "2027-01-11T09:00:00Z", time: "09:00:00", email: "ann@example.com", uri: "https://example.com/", uuid: "7f1b6a1e-0000-4000-8000-000000000000" };
  return samples[found.format] ?? (type === "string" ? "" : null);
}

function tryOut(operation, server) {
  const form = element("form", { class: "sheet", novalidate: true });
  const inputs = new Map();
  for (const parameter of operation.parameters.filter((item) => item.in !== "cookie")) {
    const id = `${operation.id}-${parameter.in}-${parameter.name}`;
    const found = resolve(parameter.schema);
    const input = found.enum
      ? element("select", { id }, element("option", { value: "" }, "–"), found.enum.map((item) => element("option", {}, String(item))))
      : element("input", { id, type: "text", value: found.default ?? "", autocomplete: "off" });
    inputs.set(parameter, input);
    form.append(element("div", { class: "field" }, element("label", { for: id }, parameter.name), input));
  }
  let raw;
  let type;
  if (operation.media) {
    const id = `${operation.id}-body`;
    raw = element("textarea", { id, class: "raw", spellcheck: "false" });
    const json = operation.media.types.find((name) => /json/.test(name)) ?? operation.media.type;
    raw.value = typeof operation.media.example === "string" ? operation.media.example : JSON.stringify(operation.media.example, null, 2);
    type = element("select", { "aria-label": "Media type" }, operation.media.types.map((name) => element("option", { selected: name === json }, name)));
    form.append(element("div", { class: "field" }, element("label", { for: id }, "Body"), raw));
  }
  const button = element("button", { class: "button", type: "submit" }, "Send");
  const problem = element("p", { class: "field-errors", role: "alert" });
  const curl = element("pre", { class: "code", hidden: true, tabindex: "0", "aria-label": "The same with curl" });
  const answer = element(
    "div",
    { class: "exchange", hidden: true, tabindex: "-1" },
    element("div", { class: "request-line" }, method(operation.method), element("code", { "data-url": true }), element("span", { class: "status", "data-status": true, role: "status" })),
    element("dl", { class: "response-headers", "data-headers": true }),
    element("pre", { class: "body", tabindex: "0" }, element("code", { "data-body": true })),
  );
  form.append(element("div", { class: "button-row" }, button, type ?? ""), problem);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    let path = operation.path;
    const query = new URLSearchParams();
    const headers = {};
    for (const [parameter, input] of inputs) {
      const value = input.value.trim();
      input.toggleAttribute("aria-invalid", false);
      if (!value) {
        if (!parameter.required) continue;
        problem.textContent = `“${parameter.name}” is required.`;
        input.setAttribute("aria-invalid", "true");
        input.focus();
        return;
      }
      if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
      else if (parameter.in === "query") query.append(parameter.name, value);
      else headers[parameter.name] = value;
    }
    const url = new URL(server.replace(/\/$/, "") + path + (query.size ? `?${query}` : ""), location.href);
    const token = document.getElementById("token").value.trim();
    if (token) headers.Authorization = token;
    if (raw) headers["Content-Type"] = type.value;
    button.disabled = true;
    const name = operation.method.toUpperCase();
    const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    curl.textContent = [
      `curl -X ${name} ${quote(url.href)}`,
      ...Object.entries({ Accept: "application/json", ...headers }).map(([key, value]) => `  -H ${quote(`${key}: ${value}`)}`),
      ...(raw ? [`  -d ${quote(raw.value)}`] : []),
    ].join(" \\\n");
    curl.hidden = false;
    try {
      const got = await send(name, url, { headers, body: raw?.value });
      answer.querySelector("[data-url]").textContent = `${url.pathname}${url.search} (${got.milliseconds} ms)`;
      show(answer, got);
      answer.hidden = false;
      answer.focus({ preventScroll: true });
    } catch (error) {
      problem.textContent = `The server could not be reached: ${error.message}. Check that it runs, then send again.`;
    } finally {
      button.disabled = false;
    }
  });
  return element("div", { class: "try sheet" }, element("h3", {}, "Try it out"), form, curl, answer);
}

function schemas() {
  const all = Object.entries(api.components?.schemas ?? {});
  if (!all.length) return;
  const section = element("section", { "data-group": true }, element("div", { class: "tag-head" }, element("h2", { id: "schemas" }, "Schemas")));
  for (const [name] of all) {
    const body = element("div", { class: "op-body" });
    const node = element("details", { class: "op", "data-find": name.toLowerCase() }, element("summary", {}, element("code", { class: "path" }, name)), body);
    node.addEventListener("toggle", () => {
      if (!node.open || body.childElementCount) return;
      const code = element("code");
      const reference = { $ref: `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
      colour(code, JSON.stringify(example(reference), null, 2));
      body.append(schema(reference), element("pre", { class: "code", tabindex: "0" }, code));
    });
    section.append(node);
  }
  root.append(section);
}

function filter() {
  const input = document.querySelector("[data-docs-filter]");
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const group of document.querySelectorAll("[data-group]")) {
      let any = false;
      for (const item of group.querySelectorAll("[data-find], li:has(> a)")) {
        item.hidden = !(item.dataset.find ?? item.textContent.toLowerCase()).includes(wanted);
        any ||= !item.hidden;
      }
      group.hidden = !any;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    input.focus();
  });
}
