// Reads diagrams with Mermaid itself. A JSON list of texts comes in, what Mermaid makes of each goes out.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });

const element = window.document.createElement("textarea");

// Mermaid keeps entities under signs of its own until it draws, and takes them back in the markup that it has made.
function shown(text) {
  element.innerHTML = (text ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("ﬂ°°", "&#")
    .replaceAll("ﬂ°", "&")
    .replaceAll("¶ß", ";");
  return element.value;
}

function journey(db) {
  const tasks = db.getTasks().map(({ section, task, score, people }) => ({
    section: shown(section),
    task: shown(task),
    score,
    people: people.map(shown),
  }));
  return { title: shown(db.getDiagramTitle()), sections: db.getSections().map(shown), tasks, actors: db.getActors().map(shown) };
}

function flowchart(db) {
  const lines = (text) => text.split(/<br\s*\/?>/).map(shown);
  return {
    title: shown(db.getAccTitle()),
    subgraphs: db.getSubGraphs().map((each) => ({ id: each.id, title: shown(each.title), nodes: [...each.nodes] })),
    nodes: [...db.getVertices().values()].map((each) => ({ id: each.id, lines: lines(each.text) })),
    edges: db.getEdges().map((each) => ({ start: each.start, end: each.end, stroke: each.stroke, text: shown(each.text) })),
  };
}

async function read(text) {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const seen = diagram.type === "journey" ? journey(diagram.db) : flowchart(diagram.db);
    return { type: diagram.type, ...seen };
  } catch (error) {
    return { type: "error", message: String(error.message) };
  }
}

let given = "";
for await (const chunk of process.stdin) given += chunk;
const found = [];
for (const text of JSON.parse(given)) found.push(await read(text)); // one after the other: Mermaid keeps one diagram
process.stdout.write(JSON.stringify(found));
