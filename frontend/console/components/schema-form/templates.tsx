import {
  ariaDescribedByIds,
  type BaseInputTemplateProps,
  type FieldErrorProps,
  type FieldTemplateProps,
  getInputProps,
  type MultiSchemaFieldTemplateProps,
  type ObjectFieldTemplateProps,
  type TemplatesType,
} from "@rjsf/utils";
import { Input } from "../ui/input";
import { ArrayFieldItemTemplate, ArrayFieldTemplate } from "./array-templates";

/** Label, control, hint and errors of one field; groups bring their own heading. */
function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, children, required, rawDescription, errors, hidden, schema, uiSchema } = props;
  if (hidden) return <div className="hidden">{children}</div>;
  // Of several forms what all of them have comes first, then the choice.
  if (isGroup(props)) return <div className="flex min-w-0 flex-col gap-4">{children}</div>;
  const item = /_\d+$/.test(id);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {label && (
        <label htmlFor={id} className={item ? "sr-only" : "text-sm font-medium"}>
          {label}
          {!required && <span className="ml-1.5 font-normal text-faint">optional</span>}
        </label>
      )}
      {children}
      <Hint id={id} text={rawDescription} schema={schema} json={uiSchema?.["ui:field"] === "json"} />
      {errors}
    </div>
  );
}

function isGroup({ schema, uiSchema }: FieldTemplateProps): boolean {
  const drawnAsOne = uiSchema?.["ui:field"] !== undefined || uiSchema?.["ui:widget"] !== undefined;
  return !drawnAsOne && (schema.type === "object" || schema.type === "array");
}

type HintProps = { id: string; text?: string; schema: FieldTemplateProps["schema"]; json: boolean };

function Hint({ id, text, schema, json }: HintProps) {
  const fallback = schema.default;
  const parts = [
    text,
    json ? "any JSON" : null,
    fallback !== undefined && fallback !== null && fallback !== "" && `default ${JSON.stringify(fallback)}`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p id={`${id}__description`} className="text-xs text-muted">
      {parts.join(" · ")}
    </p>
  );
}

function FieldErrorTemplate({ errors = [], fieldPathId }: FieldErrorProps) {
  if (errors.length === 0) return null;
  return (
    <p id={`${fieldPathId.$id}__error`} role="alert" className="text-xs text-bad">
      {errors.join(" ")}
    </p>
  );
}

/* What rjsf calls the root's own fields where the root has forms to choose from, too. */
const BESIDE_FORMS = "input_XxxOf";

function ObjectFieldTemplate({ title, description, properties, fieldPathId }: ObjectFieldTemplateProps) {
  const root = fieldPathId.path.length === 0 || fieldPathId.$id === BESIDE_FORMS;
  const fields = properties.map((property) => <div key={property.name}>{property.content}</div>);
  if (root) return <div className="flex flex-col gap-4">{fields}</div>;
  return (
    <fieldset id={fieldPathId.$id} className="min-w-0">
      {title && <legend className="text-sm font-medium">{headingOf(title, fieldPathId.path)}</legend>}
      {description && <div className="text-xs text-muted">{description}</div>}
      <div className="mt-2 flex flex-col gap-3 border-l pl-4">{fields}</div>
    </fieldset>
  );
}

/** rjsf numbers an item as `Lines-1`. */
function headingOf(title: string, path: readonly (string | number)[]): string {
  const place = path.at(-1);
  return typeof place === "number" ? `${title.replace(/-\d+$/, "")} ${place + 1}` : title;
}

function MultiSchemaFieldTemplate({ selector, optionSchemaField }: MultiSchemaFieldTemplateProps) {
  return (
    <div className="flex flex-col gap-3 rounded-md border p-3">
      <label className="flex flex-col gap-1 text-sm font-medium">
        Form
        {selector}
      </label>
      {optionSchemaField}
    </div>
  );
}

/** One line of text, a number, a date: what the schema says. */
function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { id, value, schema, type, options, disabled, readonly, onChange, onChangeOverride, rawErrors } =
    props;
  const { type: kind, step, min, max } = getInputProps(schema, type, options);
  // An input of type number drops what it cannot read; whether a text is one is said by the validation.
  return (
    <Input
      id={id}
      name={id}
      type={kind}
      step={kind === "number" ? "any" : step}
      min={min}
      max={max}
      autoComplete="off"
      disabled={disabled}
      readOnly={readonly}
      placeholder={Array.isArray(schema.examples) ? String(schema.examples[0]) : undefined}
      value={value ?? ""}
      aria-invalid={rawErrors && rawErrors.length > 0 ? true : undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={
        onChangeOverride ??
        (({ target }) => onChange(target.value === "" ? options.emptyValue : target.value))
      }
      onBlur={({ target }) => props.onBlur(id, target.value)}
    />
  );
}

/** How every part of the form is drawn, on the design system. */
export const TEMPLATES: Partial<TemplatesType> = {
  FieldTemplate,
  FieldErrorTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
  MultiSchemaFieldTemplate,
  BaseInputTemplate,
  ErrorListTemplate: () => null,
};
