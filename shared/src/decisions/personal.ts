// What each command of a person comes to, once the table lets it pass: every family has a file of its own.

import type { Seat, Session } from '../session/session.ts';
import type { Context } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import * as course from './course.ts';
import { refuse, type Decision } from './decision.ts';
import * as door from './door.ts';
import { editCourse } from './edit-course.ts';
import * as floor from './floor.ts';
import * as invitations from './invitations.ts';
import * as leaders from './leaders.ts';
import * as lines from './lines.ts';
import * as leaving from './leaving.ts';
import * as presence from './presence.ts';
import * as presenter from './presenter.ts';
import * as rings from './rings.ts';
import * as stepping from './stepping.ts';
import * as site from './site.ts';

/** One command that the table has let pass, decided by its family. */
export const personal = (
  session: Session,
  command: PersonalCommand,
  seat: Seat,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'goAway':
      return refuse('not-in-room');
    case 'admit':
      return door.admit(session, command, context);
    case 'openDoor':
      return door.openDoor(session, context);
    case 'closeDoor':
      return door.closeDoor(session, context);
    case 'addInvitation':
      return invitations.addInvitation(session, command, seat, context);
    case 'renewInvitation':
      return invitations.renewInvitation(session, command.invitation, command.hash, seat, context);
    case 'revokeInvitation':
      return invitations.revokeInvitation(session, command.invitation, seat, context);
    case 'choosePresenter':
      return course.choosePresenter(session, command.seat, context);
    case 'begin':
      return course.begin(session, context);
    case 'next':
      return course.next(session, { by: seat, turn: command.turn }, context);
    case 'back':
      return course.back(session, { by: seat, turn: command.turn }, context);
    case 'goTo':
      return course.goTo(session, command.step, { by: seat, turn: command.turn }, context);
    case 'extend':
      return course.extend(session, command.minutes, command.turn, context);
    case 'hold':
      return course.hold(session, context);
    case 'resume':
      return course.resume(session, context);
    case 'moveEnd':
      return course.moveEnd(session, command.minutes, context);
    case 'bringBack':
      return course.bringBack(session, { by: seat, turn: command.turn }, context);
    case 'undo':
      return course.undo(session, command.turn, context);
    case 'closeCase':
      return course.closeCase(session, { by: seat, turn: command.turn }, context);
    case 'editCourse':
      return editCourse(session, command, seat, context);
    case 'endSession':
      return leaving.endSession(session, command.stay === true, context);
    case 'keepSession':
      return leaving.keepSession(session, context);
    case 'endDebrief':
      return leaving.endDebrief(session, context);
    case 'stayLonger':
      return leaving.stayLonger(session, context);
    case 'raiseHand':
      return floor.raiseHand(session, seat, context);
    case 'lowerHand':
      return floor.lowerHand(session, seat, context);
    case 'giveFloor':
      return floor.giveFloor(session, command.seat, context);
    case 'takeFloor':
      return floor.takeFloor(session, command.seat, context);
    case 'openVoice':
      return floor.openVoice(session, command.part, command.voice, context);
    case 'askToComeIn':
      return presenter.askToComeIn(session, context);
    case 'withdrawAsk':
      return presenter.withdrawAsk(session, context);
    case 'comeIn':
      return presenter.comeIn(session, seat, context);
    case 'seeAsk':
      return presenter.seeAsk(session, context);
    case 'stopCase':
      return presenter.stopCase(session, context);
    case 'offerCase':
      return presenter.offerCase(session, seat, context);
    case 'withdrawOffer':
      return presenter.withdrawOffer(session, seat, context);
    case 'stepOut':
      return stepping.stepOut(session, seat, context);
    case 'stepIn':
      return stepping.stepIn(session, seat, context);
    case 'askHelp':
      return stepping.askHelp(session, seat, context);
    case 'withdrawHelp':
      return stepping.withdrawHelp(session, seat, context);
    case 'seeHelp':
      return stepping.seeHelp(session, command.seat, context);
    case 'tellQuiet':
      return stepping.tellQuiet(session, command.on, context);
    case 'askOut':
      return rings.askOut(session, command.seat, context);
    case 'askIn':
      return rings.askIn(session, command.seat, context);
    case 'askBeside':
      return site.askBeside(session, command, seat, context);
    case 'withdrawBeside':
      return site.withdrawBeside(session, command, seat, context);
    case 'answerBeside':
      return site.answerBeside(session, command, context);
    case 'sitApart':
      return site.sitApart(session, command, context);
    case 'leave':
      return presence.leave(session, seat, context);
    case 'remove':
      return presence.remove(session, command.seat, context);
    case 'closeLine':
      return lines.closeLine(session, command.seat, context);
    case 'freeLine':
      return lines.freeLine(session, command.seat, context);
    case 'askToOpen':
      return lines.askToOpen(session, command.seat, seat, context);
    default:
      return leaders.decideLeaders(session, command, seat, context);
  }
};
