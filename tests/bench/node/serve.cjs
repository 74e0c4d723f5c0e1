// One engine of Node.js in a process of its own: fills its template with a case's values for each line it is sent.
// Run `node serve.cjs ENGINE TEMPLATE VALUES OUT MODULES`; each line of input is the number of a case, each line of
// output the milliseconds from its values to its file. MODULES is the folder into which npm installed the engines.
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const { createRequire } = require("node:module");
const { promisify } = require("node:util");

const [engine, template, valuesFile, out, modules] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(modules), "package.json"));

const engines = {
  // As its documentation shows; it opens and parses the template for each document.
  carbone: () => {
    const render = promisify(load("carbone").render);
    return (values) => render(path.resolve(template), values, {});
  },
  // With the template kept unzipped, as its tests do: render takes what its own openTemplate gave.
  "carbone-kept": async () => {
    const carbone = load("carbone");
    const render = promisify(carbone.render);
    const opened = await promisify(load("carbone/lib/file").openTemplate)(path.resolve(template));
    const copy = () => ({ ...opened, embeddings: [...opened.embeddings], files: opened.files.map((f) => ({ ...f })) });
    return (values) => render(copy(), values, {});
  },
  docxtemplater: () => {
    const Docxtemplater = load("docxtemplater");
    const PizZip = load("pizzip");
    const content = fs.readFileSync(template);
    return (values) => {
      const document = new Docxtemplater(new PizZip(content));
      document.render(values);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x": () => {
    const handler = new (load("easy-template-x").TemplateHandler)();
    const content = fs.readFileSync(template);
    return (values) => handler.process(content, values);
  },
};

async function main() {
  let make;
  try {
    make = await engines[engine]();
  } catch (missing) {
    if (missing.code !== "MODULE_NOT_FOUND") throw missing;
    console.log(`not installed (${missing.message.split("\n")[0]})`);
    return;
  }
  const cases = JSON.parse(fs.readFileSync(valuesFile, "utf8"));
  console.log("ready");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const start = performance.now();
    fs.writeFileSync(out, await make(cases[Number(line)]));
    console.log(performance.now() - start);
  }
}

main();
