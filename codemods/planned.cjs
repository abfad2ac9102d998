/**
 * The transform that the command gives to jscodeshift's runner: texts that were planned beforehand. It is CommonJS and needs nothing, as the runner
 * requires it, and what is required as an ES module sees no package under Plug'n'Play.
 */
module.exports = ({ path, source }, _api, { planned }) => planned(path, source);
