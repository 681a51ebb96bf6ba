import { cva, type VariantProps } from 'class-variance-authority';

/** Shared by buttons and by links that look like buttons. */
export const buttonStyles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border text-body font-medium select-none transition-colors duration-120 ease-out [&>svg]:size-4',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-you text-on-you shadow-button hover:bg-you-hover',
        default: 'border-line bg-surface text-fg shadow-button hover:bg-hover',
        danger: 'border-bad-line bg-surface text-bad-t shadow-button hover:bg-bad-tint',
        destroy: 'border-transparent bg-danger text-on-you shadow-button hover:bg-danger-hover',
        quiet: 'border-transparent text-fg-2 hover:bg-hover',
        blocked: 'cursor-default border-dashed border-hatch bg-transparent text-fg-3 shadow-none',
      },
      size: {
        bar: 'h-9 px-4 max-md:h-11',
        normal: 'h-8 px-3',
        small: 'h-7 px-2.5',
        tiny: 'h-6 px-2 text-meta',
      },
    },
    defaultVariants: { variant: 'default', size: 'normal' },
  },
);

export type ButtonVariant = Exclude<NonNullable<VariantProps<typeof buttonStyles>['variant']>, 'blocked'>;
export type ButtonSize = NonNullable<VariantProps<typeof buttonStyles>['size']>;
