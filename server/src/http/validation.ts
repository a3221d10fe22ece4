// Every route names the shapes of what it takes; a request of another shape never reaches it.

import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { z } from 'zod';

/** Gives a handler the types that its schemas say. */
export interface ZodShapes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
}

type WithShapes = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodShapes
>;

/** Reads the schemas of the routes that follow as zod's; what does not fit is answered with 400. */
export const readByShapes = (app: FastifyInstance): WithShapes => {
  app.setValidatorCompiler(({ schema }) => (given: unknown) => {
    const parsed = (schema as unknown as z.ZodType).safeParse(given);
    return parsed.success
      ? { value: parsed.data }
      : { error: new Error('not of the shape that this route takes') };
  });
  return app.withTypeProvider<ZodShapes>();
};
