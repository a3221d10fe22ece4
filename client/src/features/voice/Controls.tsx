import type { RoomView } from '@tele-balint/shared/view/view';
import { type ComponentType, useState } from 'react';
import { helpWords } from './help-words.ts';
import { checkDevices } from '../../media/media.ts';
import { useMedia } from '../../media/use-media.ts';
import { say } from '../../state/announce.ts';
import { devices } from '../../devices/chosen-devices.ts';
import type { Run } from '../../connection/use-command.ts';
import { areSeveral, mySeat, youLeadAlone } from '../../state/places.ts';
import { useDevices } from '../../state/use-session.ts';
import { useSoundAway } from '../../state/use-sound-away.ts';
import { t } from '../../text/text.ts';
import { makeRepeats } from '../../ui/repeats.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { WhoLeaves } from './WhoLeaves.tsx';
import { WhoQuestion } from './WhoQuestion.tsx';
import { More, type MenuProps } from './More.tsx';
import { type Choice, choicesOf } from './who.ts';
import { ControlButton } from './ControlButton.tsx';
import { useKeySaid } from './key-said.ts';
import { DebriefEnd } from './DebriefEnd.tsx';
import { BackButton } from './BackButton.tsx';
import { NeedButton } from './NeedButton.tsx';
import { OwnState } from './OwnState.tsx';
import { nowOf, useOpenedAgain } from './opened-again.ts';
import { openedLine, stateLineOf, whyLine } from './state-line.ts';
import { WayOut } from './WayOut.tsx';
import { useWhy } from './use-why.ts';
import { type Control, aDeviceFails, controlsOf, type Hands, hasHand, needOf } from './voice-model.ts';
import css from './Controls.module.css';

type Props = {
  readonly view: RoomView;
  readonly run: Run;
  /** What stands behind "More". */
  readonly Menu: ComponentType<MenuProps>;
  /** What the last one who leads is asked; only leaders have it. */
  readonly LeaveAsLeader: ComponentType<LeaveAsLeaderProps> | undefined;
};
type LeaveAsLeaderProps = { readonly view: RoomView; readonly run: Run; readonly onStay: () => void };

/** My place: what I may do, my devices, my hand, the way out. */
export function Controls({ view, run, Menu, LeaveAsLeader }: Props) {
  const chosen = useDevices();
  const own = useMedia((is) => is.own);
  const away = useSoundAway(useMedia((is) => is.link));
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  /** Where several share the camera, whose it is comes first. */
  const order: Hands['send'] = (command) => {
    const [first, ...others] = choicesOf(view, command);
    if (others.length > 0 && first) setChoices([first, ...others]);
    else if (first) void run(first.command);
  };
  const hands: Hands = { choose: (change) => devices.setState(change), checkDevices, send: order };
  const controls = controlsOf(view, own, chosen, hands, away);
  const wish = chosen.microphoneOn;
  const state = stateLineOf(view, own, wish, chosen.microphoneClosedForYou, away);
  const opened = useOpenedAgain(nowOf(view, own, wish));
  // Before anything else one must know that one may still be heard.
  const known = view.you.confirmed && !own.micLive;
  const { why, ask } = useWhy((known ? controls.find(({ act }) => act === null)?.does : null) ?? null);
  /** Does what the control does, or says why it does nothing. */
  const press = ({ act, does }: Control): void => {
    if (act !== null) return act();
    ask();
    say(does);
  };
  const [repeats] = useState(makeRepeats);
  // One person of a line sits back, so nobody asks whose call it is.
  const call: Hands['send'] = (command) => void run(choicesOf(view, command)[0]?.command ?? command);
  const need = needOf(view, call);
  const keySaid = useKeySaid(own, chosen);
  const key = (id: Control['id']) => (at: number) => {
    if (repeats(id, at)) return;
    const control = controls.find((one) => one.id === id);
    if (control !== undefined) {
      press(control);
      if (control.act !== null && (id === 'microphone' || id === 'camera')) keySaid(id);
    } else if (id === 'microphone') say(`${state.title}. ${state.text}`);
  };
  useKeys({
    'Alt+M': key('microphone'),
    'Alt+C': key('camera'),
    'Alt+H': key('hand'),
    'Alt+O': (at) => {
      if (!repeats('out', at)) order({ type: mySeat(view).out ? 'stepIn' : 'stepOut' });
    },
    // Taking it back is for its own button: no second press of a hurried hand ends a call for help.
    'Alt+L': () => {
      if (mySeat(view).help === 'none') order({ type: 'askHelp' });
      else say(helpWords(view));
    },
    'Alt+I': () => {
      if (need?.told) say(need.told);
      else need?.act?.();
    },
  });
  const atHand = (id: Control['id']) => ['hand', 'stop', 'case', 'stay'].includes(id);
  const withHand = controls.filter(({ id }) => atHand(id));
  const drawn = (some: readonly Control[]) =>
    some.map((control) => <ControlButton key={control.id} control={control} onPress={press} />);
  return (
    <section className={css.place} data-controls="" aria-label={t('controls.label')}>
      <div className={css.bar} data-slots={hasHand(view) ? undefined : 'few'}>
        <OwnState
          state={why !== null ? whyLine(why) : opened ? openedLine() : state}
          marked={why !== null || opened}
        />
        <div className={css.controls}>
          {drawn(controls.filter(({ id }) => !atHand(id)))}
          <More Menu={Menu} view={view} run={run} fails={aDeviceFails(own, chosen)} />
          {drawn(withHand)}
        </div>
        {need === null ? null : <NeedButton need={need} />}
        {mySeat(view).out ? <BackButton onBack={() => order({ type: 'stepIn' })} /> : null}
        {mySeat(view).can.includes('endDebrief') ? (
          <DebriefEnd className={css.endDebrief} onEnd={() => order({ type: 'endDebrief' })} />
        ) : null}
        <WayOut view={view} className={css.leave} onLeave={() => order({ type: 'leave' })}>
          {LeaveAsLeader !== undefined && youLeadAlone(view)
            ? (onStay) => <LeaveAsLeader view={view} run={run} onStay={onStay} />
            : areSeveral(view)
              ? (onStay) => (
                  <WhoLeaves
                    view={view}
                    onStay={onStay}
                    onLeave={(seats) => {
                      onStay();
                      for (const as of seats) void run({ type: 'leave', as });
                    }}
                  />
                )
              : null}
        </WayOut>
      </div>
      {choices.length > 0 ? (
        <WhoQuestion
          choices={choices}
          onClose={() => setChoices([])}
          onChoose={(command) => {
            setChoices([]);
            void run(command);
          }}
        />
      ) : null}
    </section>
  );
}
