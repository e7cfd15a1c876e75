import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from "@rjsf/utils";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button } from "../ui/button";

/** A list with its heading and the button that adds to it. */
export function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, schema, items, canAdd, onAddClick, fieldPathId, required, rawErrors = [] } = props;
  const add = items.length > 0 ? "Add another" : "Add";
  return (
    <fieldset id={fieldPathId.$id} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">
        {title}
        {!required && <span className="ml-1.5 font-normal text-faint">optional</span>}
      </legend>
      {schema.description && <p className="text-xs text-muted">{schema.description}</p>}
      {items}
      {canAdd && (
        <div>
          <Button size="small" onClick={onAddClick} aria-label={`${add} to ${title}`}>
            <Plus aria-hidden /> {add}
          </Button>
        </div>
      )}
      {rawErrors.length > 0 && (
        <p role="alert" className="text-xs text-bad">
          {rawErrors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}

/** One item with what moves and removes it. */
export function ArrayFieldItemTemplate({
  children,
  buttonsProps,
  index,
  totalItems,
}: ArrayFieldItemTemplateProps) {
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem } = buttonsProps;
  const name = `item ${index + 1}`;
  return (
    <div className="flex items-start gap-1 rounded-md border bg-canvas p-3 pr-1">
      <div className="min-w-0 flex-1">{children}</div>
      <div className="flex shrink-0 phone:flex-col">
        {totalItems > 1 && (hasMoveUp || hasMoveDown) && (
          <>
            <IconButton
              label={`Move ${name} up`}
              disabled={!hasMoveUp}
              onClick={onMoveUpItem}
              icon={ArrowUp}
            />
            <IconButton
              label={`Move ${name} down`}
              disabled={!hasMoveDown}
              onClick={onMoveDownItem}
              icon={ArrowDown}
            />
          </>
        )}
        {hasRemove && <IconButton label={`Remove ${name}`} onClick={onRemoveItem} icon={X} />}
      </div>
    </div>
  );
}

type IconButtonProps = { label: string; icon: typeof X; disabled?: boolean; onClick: () => void };

function IconButton({ label, icon: Icon, disabled, onClick }: IconButtonProps) {
  return (
    <Button
      look="ghost"
      size="icon"
      className="size-7!"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon aria-hidden />
    </Button>
  );
}
