import type { ClassNode } from '../syntax/class.ts';
import type { FunctionNode, SignatureNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, Value } from './value.ts';
import { variablesNaming } from '../syntax/added.ts';
import { classOfThis, enclosingFunction, isSignature, nameOf, parameterTarget } from '../syntax/function.ts';
import { classMembersNamed } from '../syntax/members-named.ts';
import { constructorOf, typeBeside } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { classIn, declarationsOf, declaredIn } from './declaration-files.ts';
import { typedMember } from './types/index.ts';

// Types that a compiler wrote beside JavaScript: `server.d.ts` next to `server.js`. Published packages have them. They
// answer where the code does not.

/** The value of a function's parameter, by the declarations beside its file. */
export function parameterBeside(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const signature = signatureBeside(fn, source, evaluation);
  const parameter = signature?.node.params[index];
  const type = parameter === undefined ? undefined : typeBeside(parameterTarget(parameter));
  return type === undefined || signature === undefined ? undefined : evaluation.type(type, signature.source);
}

/** The declaration of a function that its file's code has: with types, and without a body. */
export function signatureBeside(
  fn: FunctionNode,
  source: Source,
  { workspace }: Evaluation,
): { readonly node: SignatureNode; readonly source: Source } | undefined {
  const declarations = declarationsOf(source, workspace);
  const node = declarations === undefined ? undefined : signatureOf(fn, source, declarations);
  return node === undefined || declarations === undefined ? undefined : { node, source: declarations };
}

/** A member of an instance that compiling left out of its class: a field without a value, an abstract method. */
export function memberBeside({ node, source }: ClassValue, name: string, evaluation: Evaluation): Value | undefined {
  const declarations = declarationsOf(source, evaluation.workspace);
  const declared = declarations === undefined ? undefined : declaredClass(node, source, declarations);
  return declared === undefined || declarations === undefined
    ? undefined
    : typedMember([{ node: declared, source: declarations, side: 'instance' }], name, evaluation);
}

/** The type of a variable of a file, as the declarations beside it have it. */
export function variableBeside(name: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (name.type !== 'Identifier' || enclosingFunction(name) !== undefined) return undefined;
  const declarations = declarationsOf(source, evaluation.workspace);
  const node = declarations === undefined ? undefined : declaredIn(declarations, name.name);
  const type = node?.type === 'VariableDeclarator' ? typeBeside(node.id) : undefined;
  return type === undefined || declarations === undefined ? undefined : evaluation.type(type, declarations);
}

function signatureOf(fn: FunctionNode, source: Source, declarations: Source): SignatureNode | undefined {
  const member = memberOfClass(fn);
  if (member !== undefined) {
    const declared = declaredClass(member.owner, source, declarations);
    if (declared === undefined) return undefined;
    const { parent } = fn;
    if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return constructorOf(declared.body);
    return onlySignature(declared, nameOf(fn), member.isStatic, declarations);
  }
  const name = enclosingFunction(fn) === undefined ? nameOf(fn) : undefined;
  const node = name === undefined ? undefined : declaredIn(declarations, name);
  const type = node?.type === 'VariableDeclarator' ? typeBeside(node.id) : node;
  return type !== undefined && isSignature(type) ? type : undefined;
}

/** The class of a method, and of a function in a field: `run = () => …`, `this.run = () => …`. */
function memberOfClass({
  parent,
}: FunctionNode): { readonly owner: ClassNode; readonly isStatic: boolean } | undefined {
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return { owner: parent.parent.parent, isStatic: parent.static };
  const left = parent.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
  const holder =
    left?.type === 'MemberExpression' && left.object.type === 'ThisExpression' ? classOfThis(left.object) : undefined;
  return holder === undefined ? undefined : { owner: holder.node, isStatic: holder.isStatic };
}

/** The signature of a member; undefined for one with overloads. */
function onlySignature(
  declared: ClassNode,
  name: string | undefined,
  isStatic: boolean,
  declarations: Source,
): SignatureNode | undefined {
  const [member, ...others] = name === undefined ? [] : classMembersNamed(declared, name, isStatic, declarations);
  const node = member === undefined || others.length > 0 ? undefined : (member.value ?? member.type);
  return node !== undefined && isSignature(node) ? node : undefined;
}

function declaredClass(node: ClassNode, source: Source, declarations: Source): ClassNode | undefined {
  const names = [node.id?.name, ...variablesNaming(node, source).map(({ name }) => name)];
  for (const name of names) {
    const found = name === undefined ? undefined : classIn(declarations, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
