/** Names and values in a card: what will be sent, or what came back. */
export function ValueList({ values }: { values: { label: string; value: string }[] }) {
  if (values.length === 0) return null;
  return (
    <dl>
      {values.map(({ label, value }) => (
        <div key={label}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
