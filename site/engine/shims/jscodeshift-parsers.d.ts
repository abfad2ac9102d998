// The files behind jscodeshift's list of parsers, which its typings omit.
declare module 'jscodeshift/parser/*.js' {
  const parser: () => { parse: (text: string) => unknown };
  export default parser;
}
