// The page view: explains, filters and corrects. It only ever writes text, never markup, into the document.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const words = (role) => role.replaceAll("_", " ") || "not judged";

  // --- the lines, as they are labelled now -------------------------------------------------------

  const parts = data.text.split(/(\r\n|\n|\r)/); // a line, what it ends with, the next line …
  const printed = parts.filter((_, at) => at % 2 === 0);
  const ends = parts.filter((_, at) => at % 2 === 1);
  const lines = data.lines.map((line, index) => ({ ...line, index, split: false }));
  const elements = [...document.querySelectorAll("#source > .line")];
  const indexOf = new Map(lines.map((line) => [line.line, line.index]));
  const originals = data.lines;
  const PARTS = ["role", "article", "joined", "people"];
  const corrected = (index) => PARTS.some((part) => lines[index][part] !== originals[index][part]);
  const begins = (index) => index === 0 || lines[index].block !== lines[index - 1].block || lines[index].split;
  const unitOf = (index) => {
    let first = index;
    let end = index + 1;
    while (!begins(first)) first -= 1;
    while (end < lines.length && !begins(end)) end += 1;
    return { first, end };
  };
  const range = ({ first, end }) => Array.from({ length: end - first }, (_, at) => first + at);
  const articleCount = () => Math.max(data.articles, ...lines.map((line) => line.article));
  const hueOf = (article) => ((data.hue.first + article * data.hue.step) % 360).toFixed(0);

  function paint(index) {
    const line = lines[index];
    const element = elements[index];
    element.dataset.role = line.role;
    element.dataset.article = line.article;
    if (line.article) element.style.setProperty("--hue", hueOf(line.article));
    else element.removeAttribute("style");
    element.querySelector(".role").textContent = words(line.role);
    element.querySelector(".badge").textContent = line.article || "–";
    element.classList.toggle("joined", line.joined);
    element.classList.toggle("first", begins(index));
    element.classList.toggle("corrected", corrected(index));
  }

  // --- articles: as they were parsed, or, once corrected, as their lines say ----------------------

  const desk = byId("articles");
  const parsed = new Map([...desk.children].map((story) => [Number(story.dataset.article), story]));
  const HEADS = new Set(["kicker", "headline", "deck"]);
  const textOf = (index) => {
    const text = elements[index].querySelector(".text");
    return [...text.childNodes].filter((node) => !node.classList?.contains("mark")).map((node) => node.textContent).join("").trim();
  };

  function renewArticles() {
    const touched = new Set();
    lines.forEach((line, index) => {
      if (corrected(index)) touched.add(line.article).add(originals[index].article);
    });
    const stories = [];
    for (let article = 1; article <= articleCount(); article += 1) {
      if (!touched.has(article)) stories.push(parsed.get(article));
      else if (lines.some((line) => line.article === article)) stories.push(composed(article));
    }
    desk.replaceChildren(...stories.filter(Boolean));
  }

  function composed(article) {
    const story = make("article", "", { class: "story corrected", "data-article": article, style: `--hue:${hueOf(article)}`, lang: byId("source").lang });
    const own = lines.filter((line) => line.article === article);
    const title = (role) => own.filter((line) => line.role === role).map((line) => textOf(line.index)).join(" ");
    if (title("kicker")) story.append(make("p", title("kicker"), { class: "kicker" }));
    const heads = own.filter((line) => line.role === "headline").map((line) => line.line);
    const headline = make("h3", "", heads.length ? { "data-lines": heads.join(" ") } : {});
    headline.append(make("span", String(article), { class: "badge" }), title("headline") || make("i", "no headline", { class: "none" }));
    story.append(headline);
    if (title("deck")) story.append(make("p", title("deck"), { class: "deck" }));
    const credits = make("ul", "", { class: "credits" });
    for (const line of own) {
      const people = line.people ? line.people.split(";") : line.role === "byline" ? [textOf(line.index)] : [];
      for (const person of people) credits.append(make("li", person.replace(":", " ").replace("@", " · "), { "data-lines": line.line }));
    }
    if (credits.children.length) story.append(credits);
    let open = null;
    for (const line of own) {
      if (HEADS.has(line.role) || line.role === "byline") continue;
      const text = textOf(line.index);
      if (line.role === "paragraph" && line.joined && open) {
        open.append(text);
        open.dataset.lines += ` ${line.line}`;
        continue;
      }
      const part = make(line.role === "subhead" ? "h4" : "p", text, { "data-lines": line.line });
      if (line.role === "paragraph") open = part;
      else if (line.role !== "subhead") part.className = line.role === "jump" ? "jump" : "caption";
      story.append(part);
    }
    return story;
  }

  // --- corrections, and the way back --------------------------------------------------------------

  const done = [];
  const undone = [];
  let kept = 0; // how many steps of them outlive this window

  function apply(changes) {
    const back = changes.map(([index, values]) => {
      const before = {};
      for (const part of Object.keys(values)) before[part] = lines[index][part];
      Object.assign(lines[index], values);
      return [index, before];
    });
    const around = new Set(changes.flatMap(([index]) => [index, index + 1]));
    for (const index of around) if (index < lines.length) paint(index);
    renewArticles();
    renewFilters();
    if (pinned !== null) pinned = unitOf(pinned).first;
    mark();
    show(pinned);
    showInArticles();
    drawLinks();
    return back;
  }

  function correct(changes) {
    const real = changes.filter(([index, values]) => Object.entries(values).some(([part, value]) => lines[index][part] !== value));
    if (!real.length) return;
    done.push(apply(real));
    undone.length = 0;
    renewHistory();
  }

  function step(from, to) {
    if (!from.length) return;
    const changes = from.pop();
    pinned = pinned === null ? null : changes[0][0];
    to.push(apply(changes.toReversed()));
    renewHistory();
  }
  const undo = () => step(done, undone);
  const redo = () => step(undone, done);

  function renewHistory() {
    byId("undo").disabled = !done.length;
    byId("redo").disabled = !undone.length;
    const count = lines.filter((line) => corrected(line.index)).length;
    byId("save").textContent = count ? `Save labels (${count} corrected)` : "Save labels";
    keepDraft();
  }

  // what was corrected stays in this browser, so that a page can be closed and opened again
  const STATE = [...PARTS, "split"];
  const draftName = () => {
    let hash = 0;
    for (let at = 0; at < data.text.length; at += 1) hash = (Math.imul(hash, 31) + data.text.charCodeAt(at)) | 0;
    return `banmian:${data.name ?? ""}:${hash}`;
  };

  function keepDraft() {
    const draft = lines.filter((line) => line.split || corrected(line.index)).map((line) => [line.index, Object.fromEntries(STATE.map((part) => [part, line[part]]))]);
    try {
      if (draft.length) localStorage.setItem(draftName(), JSON.stringify(draft));
      else localStorage.removeItem(draftName());
      kept = done.length;
    } catch {
      // the browser keeps nothing: leaving will ask
    }
  }

  function takeUpDraft() {
    try {
      const draft = JSON.parse(localStorage.getItem(draftName()) ?? "[]");
      correct(draft.filter(([index, values]) => index in lines && STATE.every((part) => typeof values[part] === typeof lines[index][part])));
    } catch {
      // no draft that could be read
    }
  }

  const lastParagraph = (index, article) => {
    for (let at = index - 1; at >= 0; at -= 1) if (lines[at].article === article && lines[at].role === "paragraph") return at;
    return null;
  };

  function setRole(role) {
    const unit = unitOf(pinned);
    const credits = ["byline", "credit", "caption", "paragraph", "dateline"].includes(role);
    correct(range(unit).map((index) => [index, {
      role,
      joined: role === "paragraph" && (lines[index].joined || index > unit.first),
      people: credits ? lines[index].people : "",
    }]));
  }

  function setArticle(article) {
    const unit = unitOf(pinned);
    correct(range(unit).map((index) => [index, {
      article,
      joined: lines[index].joined && article !== 0 && (index > unit.first || lastParagraph(index, article) !== null),
    }]));
  }

  const canJoin = () => {
    const { first } = unitOf(pinned);
    const line = lines[first];
    return line.role === "paragraph" && line.article !== 0 && !line.joined && lastParagraph(first, line.article) !== null;
  };
  // where a split would be made: at the line that was clicked, or where the paragraph was joined
  const splitAt = () => {
    const { first } = unitOf(pinned);
    if (clicked !== null && clicked !== first && unitOf(clicked).first === first) return clicked;
    return lines[first].joined ? first : null;
  };
  const join = () => { if (pinned !== null && canJoin()) correct([[unitOf(pinned).first, { joined: true }]]); };
  function split() {
    const at = pinned === null ? null : splitAt();
    if (at === null) return;
    pinned = at;
    correct([[at, { joined: false, split: true }]]);
  }

  function setPeople(text) {
    const wrong = text.split(";").filter((part) => part.trim()).find((part) => !isPerson(part));
    byId("error").textContent = wrong === undefined ? "" : `“${wrong.trim()}” should read role:Name@Affiliation; roles are ${data.duties.join(", ")}`;
    if (wrong !== undefined) return;
    const people = text.split(";").map((part) => part.trim()).filter(Boolean).join(";");
    correct([[unitOf(pinned).first, { people }]]);
  }
  function isPerson(part) {
    const [duty, ...rest] = part.trim().split(":");
    return data.duties.includes(duty) && Boolean(rest.join(":").split("@")[0].trim());
  }

  // --- the margin form, as banmian reads it back ---------------------------------------------------

  function marginForm() {
    const roles = lines.map((line) => line.role || "?");
    const last = new Map();
    const places = lines.map((line) => {
      const goesOn = line.joined && line.article && last.has(line.article);
      if (line.role === "paragraph") last.set(line.article, line.line);
      return `${line.article || "-"}${goesOn ? "+" : ""}`;
    });
    const broad = Math.max(0, ...roles.map((role) => role.length));
    const narrow = Math.max(0, ...places.map((place) => place.length));
    const output = [...printed];
    lines.forEach((line, at) => {
      let row = `${roles[at].padEnd(broad)}  ${places[at].padEnd(narrow)} | ${printed[line.line - 1]}`;
      if (line.people) row += `${ends[line.line - 1] ?? "\n"}${"=".padEnd(broad)}  ${"".padEnd(narrow)} | ${line.people}`;
      output[line.line - 1] = row;
    });
    return output.map((row, at) => row + (ends[at] ?? "")).join("");
  }

  function save() {
    const name = (data.name ?? "page").split(/[\\/]/).pop().replace(/\.[^.]*$/, "") || "page";
    const link = make("a", "", { download: `${name}.margin.txt` });
    link.href = URL.createObjectURL(new Blob([marginForm()], { type: "text/plain;charset=utf-8" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    kept = done.length;
  }

  // --- filters --------------------------------------------------------------------------------------

  const onlyRoles = new Set();
  let onlyProblems = false;
  const visible = (line) =>
    (!onlyRoles.size || onlyRoles.has(line.role)) &&
    (byId("only-article").value === "" || Number(byId("only-article").value) === line.article) &&
    (!onlyProblems || elements[line.index].classList.contains("flagged"));

  function renewFilters() {
    const counts = new Map();
    for (const line of lines) if (begins(line.index)) counts.set(line.role, (counts.get(line.role) ?? 0) + 1);
    const focused = document.activeElement?.dataset?.only;
    byId("roles").replaceChildren(
      byId("roles").querySelector("legend"),
      ...[...Object.keys(data.roles), ""].filter((role) => counts.has(role) || onlyRoles.has(role)).map((role) => {
        const button = make("button", words(role), { type: "button", "data-only": role, "aria-pressed": onlyRoles.has(role), title: data.roles[role]?.[0] ?? "" });
        button.append(" ", make("small", String(counts.get(role) ?? 0)));
        return button;
      }),
    );
    if (focused !== undefined) byId("roles").querySelector(`[data-only="${focused}"]`)?.focus();
    const pick = byId("only-article");
    const value = pick.value;
    pick.replaceChildren(make("option", "all", { value: "" }), ...articleOptions(), make("option", "none", { value: 0 }));
    pick.value = value;
    filter();
  }

  function filter() {
    let shown = 0;
    for (const line of lines) {
      elements[line.index].hidden = !visible(line);
      shown += visible(line);
    }
    const all = shown === lines.length;
    byId("count").textContent = all ? "" : `${shown} of ${lines.length} lines`;
    byId("clear").hidden = !onlyRoles.size && !onlyProblems && byId("only-article").value === "";
    byId("nothing").hidden = shown > 0 || !lines.length;
    const article = byId("only-article").value;
    for (const story of desk.children) story.hidden = article !== "" && story.dataset.article !== article;
    drawLinks();
  }

  function showAll() {
    onlyRoles.clear();
    onlyProblems = false;
    byId("only-problems").setAttribute("aria-pressed", "false");
    byId("only-article").value = "";
    renewFilters();
  }

  function articleOptions() {
    return Array.from({ length: articleCount() }, (_, at) => {
      const headline = lines.find((line) => line.article === at + 1 && line.role === "headline");
      const title = headline ? textOf(headline.index) : "no headline";
      return make("option", `${at + 1} · ${title.length > 14 ? `${title.slice(0, 14)}…` : title}`, { value: at + 1 });
    });
  }

  // --- the inspector --------------------------------------------------------------------------------

  let pinned = null; // the first line of the unit that is kept
  let clicked = null; // the very line that was clicked

  function show(index) {
    byId("hint").hidden = index !== null;
    byId("reasons").hidden = index === null;
    byId("editor").hidden = pinned === null || pinned !== index;
    if (index === null) return;
    const unit = unitOf(index);
    const line = lines[unit.first];
    const block = data.blocks[line.block];
    const [chinese, meaning] = data.roles[line.role] ?? ["", ""];
    const last = lines[unit.end - 1].line;
    const where = last === line.line ? `line ${line.line}` : `lines ${line.line}–${last}`;
    byId("what").replaceChildren(`${words(line.role)} `, make("small", [chinese, line.article ? `article ${line.article}` : "no article", where].filter(Boolean).join(" · ")));
    byId("meaning").textContent = meaning;
    const problems = range(unit).map((at) => elements[at].querySelector(".flag")?.title).filter(Boolean);
    const original = originals[unit.first];
    const was = corrected(unit.first) ? [`was read as ${words(original.role)}, ${original.article ? `article ${original.article}` : "no article"}`] : [];
    byId("notice").textContent = [...was, ...new Set(problems)].join(" · ");
    byId("notice").hidden = !was.length && !problems.length;
    byId("lead").textContent = block ? (block.rival ? `${words(original.role)} leads by ${block.margin.toFixed(1)} over ${words(block.rival)}.` : "No other role was in question.") : "";
    const votes = [...(block?.votes ?? [])].sort((one, other) => (other[1] === original.role) - (one[1] === original.role) || other[2] - one[2]);
    byId("votes").replaceChildren(...votes.map(([by, role, weight, reason]) => {
      const row = make("tr", "", role === original.role ? { class: "won" } : {});
      const because = make("td", reason);
      because.append(" ", make("code", by));
      const figure = weight ? `${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)}` : "";
      row.append(make("td", figure, weight < 0 ? { class: "against" } : {}), make("td", words(role)), because);
      return row;
    }));
    if (!byId("editor").hidden) fillEditor(line);
  }

  function fillEditor(line) {
    byId("role").replaceChildren(...Object.keys(data.roles).map((role) => make("option", `${words(role)} ${data.roles[role][0].split("、")[0]}`, { value: role })), make("option", "not judged ?", { value: "" }));
    byId("role").value = line.role;
    byId("article").replaceChildren(make("option", "none", { value: 0 }), ...articleOptions(), make("option", "a new article", { value: articleCount() + 1 }));
    byId("article").value = line.article;
    byId("join").disabled = !canJoin();
    const at = splitAt();
    byId("split").disabled = at === null;
    byId("split").textContent = at === null || at === line.index ? "Split from above" : `Split at line ${lines[at].line}`;
    if (document.activeElement !== byId("people")) byId("people").value = line.people;
    byId("error").textContent = "";
  }

  function mark() {
    const unit = pinned === null ? null : unitOf(pinned);
    elements.forEach((element, index) => {
      const chosen = unit !== null && index >= unit.first && index < unit.end;
      element.classList.toggle("chosen", chosen);
      element.setAttribute("aria-selected", chosen);
    });
    const numbers = new Set(unit === null ? [] : range(unit).map((index) => String(lines[index].line)));
    for (const part of desk.querySelectorAll("[data-lines]")) part.classList.toggle("lit", part.dataset.lines.split(" ").some((number) => numbers.has(number)));
  }

  function pin(index) {
    pinned = unitOf(index).first;
    clicked = index;
    mark();
    show(pinned);
    focusLine(pinned);
    showInArticles();
  }

  function showInArticles() {
    desk.querySelector(".lit")?.scrollIntoView({ block: "nearest" });
  }

  function letGo() {
    if (pinned === null) return showAll();
    pinned = clicked = null;
    mark();
    show(null);
  }

  function focusLine(index) {
    for (const element of elements) element.tabIndex = -1;
    elements[index].tabIndex = 0;
    elements[index].focus({ preventScroll: true });
    elements[index].scrollIntoView({ block: "nearest" });
  }

  function goTo(number) {
    const index = indexOf.get(Number(number));
    if (index === undefined) return;
    if (elements[index].hidden) showAll();
    choosePane("source");
    pin(index);
    elements[index].scrollIntoView({ block: "center" });
  }

  // --- links: joined paragraphs, displaced heads, interrupted stories ---------------------------------

  const SVG = "http://www.w3.org/2000/svg";
  const links = document.querySelector(".links");

  // from one line of an article to another: where a paragraph was joined, and where lines of another article
  // stand between, a head that was displaced or a story that was interrupted
  function findLinks() {
    const found = [];
    const isHead = (line) => HEADS.has(line.role);
    for (let article = 1; article <= articleCount(); article += 1) {
      const own = lines.filter((line) => line.article === article);
      const body = own.find((line) => !isHead(line) && line.role !== "byline");
      const link = (kind, from, to) => found.push({ kind, article, from: from.index, to: to.index });
      own.forEach((line, at) => {
        const before = own[at - 1];
        if (before === undefined) return;
        const away = lines.slice(before.index + 1, line.index).some((between) => between.article !== 0);
        const from = line.joined && begins(line.index) ? lastParagraph(line.index, article) : null;
        if (from !== null) link("joined", lines[from], line);
        else if (away && isHead(line) && body !== undefined) link("head", line, body);
        else if (away) link(isHead(before) ? "head" : "resumed", before, line);
      });
    }
    return found.filter((link) => !elements[link.from].hidden && !elements[link.to].hidden);
  }

  function drawLinks() {
    links.replaceChildren();
    if (!elements.length) return;
    const scroll = links.parentElement;
    const top = scroll.getBoundingClientRect().top - scroll.scrollTop;
    const left = scroll.getBoundingClientRect().left;
    const text = elements.find((element) => !element.hidden)?.querySelector(".text");
    if (!text) return;
    links.style.height = `${scroll.scrollHeight}px`;
    const x = text.getBoundingClientRect().left - left - 2;
    const place = (index, down) => {
      const box = elements[index].querySelector(".text").getBoundingClientRect();
      return down ? box.top - top + Math.min(14, box.height / 2) : box.bottom - top - Math.min(10, box.height / 2);
    };
    const narrow = matchMedia("(max-width: 820px)").matches;
    const lanes = [];
    const drawn = findLinks().map((link) => {
      const [low, high] = link.from < link.to ? [place(link.from, false), place(link.to, true)] : [place(link.to, true), place(link.from, true)];
      return { ...link, low, high };
    });
    drawn.sort((one, other) => one.high - one.low - (other.high - other.low));
    for (const link of drawn) {
      let lane = lanes.findIndex((taken) => taken.every(([low, high]) => link.high < low || link.low > high));
      if (lane < 0) lane = lanes.push([]) - 1;
      lanes[lane].push([link.low, link.high]);
      const out = x - (narrow ? 4 + Math.min(lane, 2) * 3 : 7 + Math.min(lane, 4) * 5);
      const round = Math.min(5, (link.high - link.low) / 2);
      const group = document.createElementNS(SVG, "g");
      group.setAttribute("style", `--hue:${hueOf(link.article)}`);
      group.dataset.from = lines[link.from].line;
      group.dataset.to = lines[link.to].line;
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", link.kind);
      path.setAttribute("d", `M${x} ${link.low}H${out + round}Q${out} ${link.low} ${out} ${link.low + round}V${link.high - round}Q${out} ${link.high} ${out + round} ${link.high}H${x}`);
      const end = document.createElementNS(SVG, "circle");
      end.setAttribute("cx", x);
      end.setAttribute("cy", link.from < link.to ? link.high : link.low);
      end.setAttribute("r", 2.6);
      group.append(path, end);
      links.append(group);
    }
  }

  // --- hands and keys ---------------------------------------------------------------------------------

  function choosePane(pane) {
    document.body.dataset.pane = pane;
    for (const button of document.querySelectorAll(".tabs button")) button.setAttribute("aria-pressed", button.dataset.pane === pane);
    drawLinks();
  }

  const lineAt = (event) => elements.indexOf(event.target.closest?.(".line"));
  const source = byId("source");
  source.addEventListener("click", (event) => {
    const index = lineAt(event);
    if (index < 0 || String(getSelection())) return;
    pin(index);
  });
  source.addEventListener("pointerover", (event) => {
    const index = lineAt(event);
    if (index < 0 || event.pointerType === "touch") return;
    const unit = unitOf(index);
    if (near.has(unit.first) && near.size === unit.end - unit.first) return;
    approach(range(unit));
    if (pinned === null) show(unit.first);
  });
  source.addEventListener("pointerleave", () => {
    approach([]);
    if (pinned === null) show(null);
  });
  let near = new Set(); // the lines under the pointer
  function approach(indexes) {
    for (const index of near) elements[index].classList.remove("near");
    near = new Set(indexes);
    for (const index of near) elements[index].classList.add("near");
  }
  source.addEventListener("focusin", (event) => {
    const index = lineAt(event);
    if (index >= 0 && pinned === null) show(unitOf(index).first);
  });

  const articleUnder = (event) => event.target.closest?.(".story")?.dataset.article;
  desk.addEventListener("pointerover", (event) => light(articleUnder(event)));
  desk.addEventListener("pointerleave", () => light(undefined));
  let lit;
  function light(article) {
    if (article === lit) return;
    lit = article;
    for (const element of elements) element.classList.toggle("lit", element.dataset.article === article);
  }
  document.querySelector(".desk").addEventListener("click", (event) => {
    const part = event.target.closest?.("[data-lines]");
    if (part && !String(getSelection())) goTo(part.dataset.lines.split(" ")[0]);
  });

  function move(by) {
    const units = lines.filter((line) => begins(line.index) && !elements[line.index].hidden).map((line) => line.index);
    if (!units.length) return;
    const here = pinned ?? elements.indexOf(document.activeElement);
    const at = here < 0 ? (by > 0 ? 0 : units.length - 1) : units.indexOf(unitOf(here).first) + by;
    const next = units[Math.max(0, Math.min(units.length - 1, at))];
    if (pinned === null) focusLine(next);
    else pin(next);
  }

  function nextProblem() {
    const flagged = lines.filter((line) => begins(line.index) && elements[line.index].classList.contains("flagged"));
    const next = flagged.find((line) => line.index > (pinned ?? -1)) ?? flagged[0];
    if (next) goTo(next.line);
  }

  const KEYS = {
    ArrowDown: () => move(1), ArrowUp: () => move(-1),
    Enter: () => { const at = elements.indexOf(document.activeElement); if (at >= 0) pin(at); },
    Escape: letGo,
    r: () => byId("role").focus(), a: () => byId("article").focus(), p: () => byId("people").focus(),
    j: join, x: split, u: undo, U: redo, s: save, n: nextProblem,
    "?": () => byId("help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.("input, select");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !field) {
      event.preventDefault();
      return event.shiftKey ? redo() : undo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (field) {
      if (event.key === "Escape" && pinned !== null) focusLine(pinned);
      return;
    }
    if (event.key === "Enter" && event.target.closest?.("button")) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  byId("roles").addEventListener("click", (event) => {
    const role = event.target.closest("button")?.dataset.only;
    if (role === undefined) return;
    if (!onlyRoles.delete(role)) onlyRoles.add(role);
    renewFilters();
  });
  byId("only-article").addEventListener("change", filter);
  byId("only-problems").addEventListener("click", (event) => {
    onlyProblems = !onlyProblems;
    event.currentTarget.setAttribute("aria-pressed", onlyProblems);
    filter();
  });
  byId("clear").addEventListener("click", showAll);
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  byId("save").addEventListener("click", save);
  byId("close").addEventListener("click", letGo);
  byId("keys").addEventListener("click", KEYS["?"]);
  byId("join").addEventListener("click", join);
  byId("split").addEventListener("click", split);
  byId("editor").addEventListener("submit", (event) => event.preventDefault());
  byId("role").addEventListener("change", (event) => setRole(event.target.value));
  byId("article").addEventListener("change", (event) => setArticle(Number(event.target.value)));
  byId("people").addEventListener("change", (event) => setPeople(event.target.value));
  for (const button of document.querySelectorAll(".tabs button")) button.addEventListener("click", () => choosePane(button.dataset.pane));
  byId("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  });
  addEventListener("beforeunload", (event) => { if (done.length !== kept) event.preventDefault(); });

  for (const element of elements) {
    element.setAttribute("role", "option");
    element.tabIndex = -1;
  }
  if (elements.length) elements[0].tabIndex = 0;
  byId("only-problems").hidden = !elements.some((element) => element.classList.contains("flagged"));
  renewFilters();
  mark();
  takeUpDraft();
  new ResizeObserver(drawLinks).observe(source);
})();
