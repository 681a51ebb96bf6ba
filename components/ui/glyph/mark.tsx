/** The product's mark, a headland above water; never coloured. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden className="text-fg">
      <path
        fill="currentColor"
        d="M3 11.75V8.2l4.2-4.9a1 1 0 0 1 1.3-.2l8.5 5.3c.9.6.6 2-.5 2.05L8.6 10.8l-1.2 1H3z"
      />
      <g fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round">
        <path d="M2 14.5h16" />
        <path d="M5 17.25h10" opacity=".45" />
      </g>
    </svg>
  );
}
