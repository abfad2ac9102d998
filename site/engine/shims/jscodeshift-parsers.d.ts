// The files behind jscodeshift's list of parsers, which its typings leave out.
declare module 'jscodeshift/parser/*.js' {
  const parser: () => { parse: (text: string) => unknown };
  export default parser;
}
