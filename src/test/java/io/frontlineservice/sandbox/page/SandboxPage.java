package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * The sandbox's page in a browser, with what a person does on it. What is looked for is
 * looked for by role and name, as a screen reader finds it.
 */
record SandboxPage(Page page) {

	/** Opens it, with the first worker's phone in hand. */
	static SandboxPage open(Page page, int port) {
		page.navigate("http://localhost:" + port + "/");
		SandboxPage opened = new SandboxPage(page);
		assertThat(opened.row("Lina Berg").or(opened.customers().first()).first()).isVisible();
		return opened;
	}

	/** Loads it again, whatever is broken. */
	static SandboxPage reopen(Page page) {
		page.reload();
		return new SandboxPage(page);
	}

	Locator worker() {
		return region("Worker's phone");
	}

	Locator customer() {
		return region("Customer's phone");
	}

	Locator wire() {
		return region("The wire");
	}

	Locator region(String name) {
		return this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/** The rows of My Customers. */
	Locator customers() {
		return worker().getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Customers")).locator("li");
	}

	/** A row of the list that is open, by its name. */
	Locator row(String name) {
		return worker().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
	}

	/** Hands the worker's phone to another. */
	SandboxPage as(String name) {
		worker().getByLabel("Worker", new Locator.GetByLabelOptions().setExact(true)).selectOption(name);
		return this;
	}

	void openCustomer(String name) {
		row(name).getByRole(AriaRole.BUTTON).click();
		assertThat(worker().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(name))).isVisible();
	}

	void openChats() {
		button("Chats").click();
	}

	/** Opens a conversation, once it has come. */
	void openChat(String name) {
		openChats();
		row(name).getByRole(AriaRole.BUTTON).click();
		assertThat(worker().getByRole(AriaRole.LOG)).isVisible();
	}

	/** A button of the worker's phone, by the words that its name begins with. */
	Locator button(String name) {
		return worker().getByRole(AriaRole.BUTTON,
				new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")));
	}

	void writeAsWorker(String text) {
		worker().getByLabel("Message to the customer").fill(text);
		worker().getByLabel("Message to the customer").press("Enter");
	}

	/** Hands the customer's phone to somebody of that number. */
	SandboxPage withNumber(String number) {
		customer().getByLabel("Number").fill(number);
		customer().getByLabel("Number").press("Tab");
		return this;
	}

	/** Has the customer write to that number of ours. */
	void writeTo(String number) {
		customer().getByLabel("To", new Locator.GetByLabelOptions().setExact(true)).selectOption(number);
	}

	void writeAsCustomer(String channel, String text) {
		customer().getByLabel(channel).check();
		customer().getByLabel("Message from the customer").fill(text);
		customer().getByLabel("Message from the customer").press("Enter");
		assertThat(customer().getByRole(AriaRole.LOG)).containsText(text);
	}

	/** The exchanges of that name on the wire, the newest first. */
	Locator exchanges(String name) {
		return wire().locator("details")
			.filter(new Locator.FilterOptions()
				.setHas(this.page.getByText(name, new Page.GetByTextOptions().setExact(true))));
	}

	/** Switches something on that is off, or off that is on, and waits until it is. */
	void trouble(String name, boolean on) {
		Locator trouble = region("Break it").getByLabel(name);
		this.page.waitForResponse((it) -> it.url().contains("/sandbox/api/troubles/"), trouble::click);
		assertThat(trouble).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(on));
	}

}
