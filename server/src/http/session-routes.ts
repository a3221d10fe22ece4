// Opening a session, and coming to its door.

import { signalPath } from '@tele-balint/shared/addresses';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  enterBody,
  forgottenBody,
  lookBody,
  mediaBody,
  openBody,
  sessionIdShape,
  type AboutAnswer,
  type EnterAnswer,
  type ForgottenAnswer,
  type LookAnswer,
  type MediaAnswer,
} from '@tele-balint/shared/http';
import type { MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { Media } from '../media/port.ts';
import type { Budgets } from '../budgets.ts';
import type { Registry } from '../session/registry.ts';
import { refuse, type HttpRefusal } from './errors.ts';
import { bucketOf } from './limits.ts';
import { sameSecret, secretHashOf } from './secrets.ts';
import { readByShapes } from './validation.ts';

export type SessionRoutePorts = {
  readonly registry: Registry;
  readonly media: Pick<Media, 'mintJoin' | 'knows'>;
  readonly budgets: Budgets;
  readonly organiserKey: string | null;
  readonly version: string;
  /** Whether sound and pictures are sealed end to end here. */
  readonly sealing: boolean;
};

/** Bytes: room for the longest course and forty links. */
export const OPENING_LIMIT = 48 * 1024;

/** A session's own routes: its id in the address, and this in the body. */
const taking = <S extends z.ZodType>(body: S) =>
  ({
    schema: { params: z.object({ id: sessionIdShape.transform((id) => id as SessionId) }), body },
  }) as const;

/** The routes under /api. */
export const sessionRoutes = (server: FastifyInstance, ports: SessionRoutePorts): void => {
  const app = readByShapes(server);
  const { registry, media, budgets, organiserKey, version, sealing } = ports;
  const { failures, keyFailures, openings, openingsOfDay } = budgets;

  /** Whoever knows a right secret is never kept out by others of the same address who guess: only guesses are. */
  const refused = (request: FastifyRequest, reply: FastifyReply, refusal: HttpRefusal): FastifyReply => {
    if (refusal !== 'unknown-link') return refuse(reply, refusal);
    const spent = failures.spent(request.ip);
    failures.count(request.ip);
    return refuse(reply, spent ? 'too-many-tries' : refusal);
  };

  /** Why this caller may not open sessions. A key can be short, so a spent address is not even compared. */
  const notOrganiser = (request: FastifyRequest, given: string): HttpRefusal | null => {
    if (organiserKey === null) return null;
    if (keyFailures.spent(request.ip)) return 'too-many-tries';
    if (sameSecret(given, organiserKey)) return null;
    keyFailures.count(request.ip);
    return 'organiser-key';
  };

  /** Whether one more may ask at this link, from this address; each budget is used only where all allow it. */
  const mayEnter = (id: SessionId, hash: string, address: string): boolean => {
    const link = `${id} ${hash}`;
    const here = `${link} ${bucketOf(address)}`;
    const { entries, entriesAtLink, entriesOfLink } = budgets;
    if (entries.spent(address) || entriesAtLink.spent(here)) return false;
    if (!entriesOfLink.take(link)) return false;
    entries.count(address);
    entriesAtLink.count(here);
    return true;
  };

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/api/about', async (): Promise<AboutAnswer> => ({ organiserKey: organiserKey !== null, version }));

  app.put('/api/sessions/:id', { ...taking(openBody), bodyLimit: OPENING_LIMIT }, async (request, reply) => {
    const { organiserKey: given = '', ...body } = request.body;
    const stranger = notOrganiser(request, given);
    if (stranger !== null) return refuse(reply, stranger);
    // A key bounds who may open at all; without one everybody may, and nobody as many as they like.
    if (organiserKey === null && openingsOfDay.spent(request.ip)) return refuse(reply, 'too-many-today');
    if (organiserKey === null && openings.spent(request.ip)) return refuse(reply, 'too-many-tries');
    const outcome = await registry.open(request.params.id, body);
    if (!outcome.ok) return refused(request, reply, outcome.refusal);
    if (!outcome.again) {
      openings.count(request.ip);
      openingsOfDay.count(request.ip);
    }
    return reply.code(outcome.again ? 200 : 201).send({ ok: true });
  });

  app.post('/api/sessions/:id/look', taking(lookBody), async (request, reply) => {
    const answer = await registry.look(request.params.id, secretHashOf(request.body.secret));
    if (typeof answer === 'string') return refused(request, reply, answer);
    return { ...answer, sealed: sealing } satisfies LookAnswer;
  });

  app.post('/api/sessions/:id/enter', taking(enterBody), async (request, reply) => {
    const { id } = request.params;
    const { secret, ...body } = request.body;
    const hash = secretHashOf(secret);
    // Guesses have a budget of their own; they must not use up that of who knows a link.
    if ((await registry.look(id, hash)) === 'unknown-link') return refused(request, reply, 'unknown-link');
    if (!mayEnter(id, hash, request.ip)) return refuse(reply, 'too-many-tries');
    const answer = await registry.enter(id, hash, body);
    if (!answer.ok) return refused(request, reply, answer.refusal);
    return { token: answer.token } satisfies EnterAnswer;
  });

  app.post('/api/sessions/:id/forgotten', taking(forgottenBody), async (request, reply) => {
    const { id } = request.params;
    const answer = await registry.forgotten(id, request.body.receipt);
    if (answer === null) return refused(request, reply, 'unknown-link');
    if (!budgets.askings.take(`${id} ${bucketOf(request.ip)}`)) return refuse(reply, 'too-many-tries');
    return answer satisfies ForgottenAnswer;
  });

  app.post('/api/sessions/:id/media', taking(mediaBody), async (request, reply) => {
    const { id } = request.params;
    const { token, resuming } = request.body;
    const line = await registry.lineOf(id, token);
    if (line === null) return refused(request, reply, 'unknown-link');
    const grant = await registry.rightsOf(request.body.identity);
    if (grant === null || grant.line !== line) return refused(request, reply, 'not-in-room');
    const identity = request.body.identity as MediaIdentity;
    // A media server that does not answer may remember: then nobody is told to give the stay up.
    const stays = resuming !== true || (await media.knows(grant.room, identity).catch(() => true));
    const ticket = await media.mintJoin(grant.room, identity);
    return { url: signalPath(id), token: ticket, forgotten: !stays } satisfies MediaAnswer;
  });
};
