/**
 * Takes the place of `node:http` in the bundles of the functions. The import of an ES module reads every
 * export of a builtin once, and two of http's load all of Node's own undici: 8 ms of each cold start.
 */
module.exports = process.getBuiltinModule('node:http');
