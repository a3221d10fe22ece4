import { Component, type ReactNode } from 'react';
import { t } from './text/words-text.ts';
import { Button } from './ui/Button.tsx';
import { MessagePage } from './ui/MessagePage.tsx';

type Props = {
  readonly children: ReactNode;
  /** What stands there instead; without it, a page of its own. */
  readonly otherwise?: ReactNode;
};

/** Shows its page as long as it holds. Where a part could not be loaded or broke, it says so and how to go on. */
export class Unbroken extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError = () => ({ broken: true });

  /** Nothing else on the page is left to have the focus, and so the title is read. */
  override componentDidUpdate() {
    const title = document.querySelector<HTMLElement>('[data-title]');
    if (!this.state.broken || title === null) return;
    title.tabIndex = -1;
    title.focus();
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    if (this.props.otherwise !== undefined) return this.props.otherwise;
    return (
      <MessagePage
        bar={t('app.name')}
        role="alert"
        title={t('broken.title')}
        text={t('broken.text')}
        actions={
          <Button look="main" onClick={() => location.reload()}>
            {t('broken.reload')}
          </Button>
        }
      />
    );
  }
}
