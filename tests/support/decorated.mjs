/** What TypeScript compiles the decorators of a method and of its parameters to: `@Post('x') start(@Param('id') id)`. */
export function decorate({ prototype }, method, decorators, parameters = []) {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  parameters.forEach((parameter, index) => parameter(prototype, method, index));
  for (const decorator of decorators) decorator(prototype, method, descriptor);
}
