// The smallest transform of jscodeshift that parses and prints.
module.exports = (file, { j }) => j(file.source).toSource();
