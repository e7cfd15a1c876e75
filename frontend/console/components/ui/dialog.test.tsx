import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Button } from "./button";
import { ConfirmDialog } from "./confirm-dialog";
import { Dialog } from "./dialog";
import { Menu, MenuItem } from "./menu";

function Asked() {
  const [open, setOpen] = useState(false);
  return (
    <main id="main" tabIndex={-1}>
      <Button onClick={() => setOpen(true)}>Retry</Button>
      {open && (
        <Dialog open onOpenChange={setOpen} title="Retry?">
          <Button>Do it</Button>
        </Dialog>
      )}
    </main>
  );
}

test("a dialog that is left gives the focus back to what opened it", async () => {
  const user = userEvent.setup();
  render(<Asked />);
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await screen.findByRole("dialog");

  await user.keyboard("{Escape}");

  await waitFor(() => expect(screen.getByRole("button", { name: "Retry" })).toHaveFocus());
});

function OfASelection() {
  const [shown, setShown] = useState(true);
  const [asking, setAsking] = useState(false);
  return (
    <main id="main" tabIndex={-1}>
      {shown && <Button onClick={() => setAsking(true)}>Cancel 2</Button>}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Cancel?"
        confirm="Cancel 2 jobs"
        onConfirm={async () => setShown(false)}
      />
    </main>
  );
}

test("when what opened it is gone by then, the focus is on the page, where keys go on from", async () => {
  const user = userEvent.setup();
  render(<OfASelection />);
  await user.click(screen.getByRole("button", { name: "Cancel 2" }));

  await user.click(screen.getByRole("button", { name: "Cancel 2 jobs" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

function OfAMenu() {
  const [asking, setAsking] = useState(false);
  return (
    <main id="main" tabIndex={-1}>
      <Menu trigger={<Button>More</Button>}>
        <MenuItem onSelect={() => setAsking(true)}>Delete…</MenuItem>
      </Menu>
      <Dialog open={asking} onOpenChange={setAsking} title="Delete?" />
    </main>
  );
}

test("one that a menu opened gives it back to the menu's button", async () => {
  const user = userEvent.setup();
  render(<OfAMenu />);
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete…" }));
  await screen.findByRole("dialog");

  await user.keyboard("{Escape}");

  await waitFor(() => expect(screen.getByRole("button", { name: "More" })).toHaveFocus());
});
