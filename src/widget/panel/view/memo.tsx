import { Component, type ComponentType, type FunctionComponent } from 'preact';

/** Draws again only when a property is another object. */
export function memo<Props extends object>(Content: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return Object.keys(next).some((key) => next[key as keyof Props] !== this.props[key as keyof Props]);
    }

    override render() {
      return <Content {...this.props} />;
    }
  };
}
