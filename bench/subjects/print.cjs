// The smallest jscodeshift transform that parses and prints.
module.exports = (file, { j }) => j(file.source).toSource();
