/** Imported first by every command: stops an old Node before it meets something it does not know. */
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bellman needs Node 20.19 or newer, and this is ${process.versions.node}: https://nodejs.org`,
  );
  process.exit(1);
}
