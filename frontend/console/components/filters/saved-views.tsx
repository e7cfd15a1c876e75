"use client";

import { Bookmark, Trash2 } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useStored } from "@/lib/stored";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Menu, MenuItem, MenuLabel, MenuLine } from "../ui/menu";

type View = { name: string; search: string };
const NONE: View[] = [];

/** Addresses of a list that were given a name; kept in this browser. */
export function SavedViews({ name }: { name: string }) {
  const [views, store] = useStored<View[]>(`views.${name}`, NONE);
  const [naming, setNaming] = useState(false);
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams().toString();
  const trigger = (
    <Button look="ghost" size="small">
      <Bookmark aria-hidden /> {views.find((view) => view.search === search)?.name ?? "Views"}
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <MenuLabel>{views.length > 0 ? "Saved views" : "No saved views yet"}</MenuLabel>
        {views.map((view) => (
          <MenuItem key={view.name} onSelect={() => router.push(`${path}?${view.search}`)}>
            {view.name}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem disabled={search === ""} onSelect={() => setNaming(true)}>
          Save this view…
        </MenuItem>
        {views
          .filter((view) => view.search === search)
          .map((view) => (
            <MenuItem danger key={view.name} onSelect={() => store(views.filter((each) => each !== view))}>
              <Trash2 aria-hidden /> Delete “{view.name}”
            </MenuItem>
          ))}
      </Menu>
      <NameDialog
        open={naming}
        onOpenChange={setNaming}
        onName={(given) => store([...views.filter((view) => view.name !== given), { name: given, search }])}
      />
    </>
  );
}

type NameDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onName: (name: string) => void;
};

function NameDialog({ open, onOpenChange, onName }: NameDialogProps) {
  const [name, setName] = useState("");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save this view"
      description="The filters as they are now, in this browser."
      footer={
        <Button look="primary" type="submit" form="save-view" disabled={name.trim() === ""}>
          Save
        </Button>
      }
    >
      <form
        id="save-view"
        onSubmit={(event) => {
          event.preventDefault();
          onName(name.trim());
          setName("");
          onOpenChange(false);
        }}
      >
        <Field label="Name">
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
