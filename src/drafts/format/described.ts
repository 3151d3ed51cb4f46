import * as z from 'zod/mini';

/** A shape with what the JSON Schema says of it. */
export function described<Shape extends z.ZodMiniType>(description: string, shape: Shape): Shape {
  z.globalRegistry.add(shape, { description });
  return shape;
}
