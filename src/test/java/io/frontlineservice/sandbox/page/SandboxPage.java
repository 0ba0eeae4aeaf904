package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * The sandbox's page in a browser. Elements are found by role and name, as a screen
 * reader finds them.
 */
record SandboxPage(Page page) {

	/** Opens the page, which shows the first worker's phone. */
	static SandboxPage open(Page page, int port) {
		page.navigate("http://localhost:" + port + "/");
		SandboxPage opened = new SandboxPage(page);
		assertThat(opened.row("Lina Berg").or(opened.customers().first()).first()).isVisible();
		return opened;
	}

	/** Reloads the page. */
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

	/** A row of the open list, by its name. */
	Locator row(String name) {
		return worker().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
	}

	/** Signs another worker in on the phone. */
	SandboxPage as(String name) {
		workers().selectOption(choice(name).getAttribute("value"));
		return this;
	}

	Locator workers() {
		return worker().getByLabel("Worker", new Locator.GetByLabelOptions().setExact(true));
	}

	/** The choice of a worker, which may show a number of new messages. */
	Locator choice(String name) {
		return workers().locator("option").filter(new Locator.FilterOptions().setHasText(name));
	}

	void openCustomer(String name) {
		row(name).getByRole(AriaRole.BUTTON).click();
		assertThat(worker().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(name))).isVisible();
	}

	void openChats() {
		button("Chats").click();
	}

	/** Opens a conversation once it appears. */
	void openChat(String name) {
		openChats();
		row(name).getByRole(AriaRole.BUTTON).click();
		assertThat(worker().getByRole(AriaRole.LOG)).isVisible();
	}

	/** A button of the worker's phone whose name starts with these words. */
	Locator button(String name) {
		return worker().getByRole(AriaRole.BUTTON,
				new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")));
	}

	void writeAsWorker(String text) {
		worker().getByLabel("Message to the customer").fill(text);
		worker().getByLabel("Message to the customer").press("Enter");
	}

	/** Lets the customer's phone write from that number. */
	SandboxPage withNumber(String number) {
		from().fill(number);
		this.page.waitForResponse((it) -> it.url().contains("/sandbox/api/people/at"), () -> from().press("Tab"));
		return this;
	}

	/** The number of the customer's phone. */
	Locator from() {
		return customer().getByLabel("From", new Locator.GetByLabelOptions().setExact(true));
	}

	/** The number of the account that the customer's phone writes to. */
	Locator to() {
		return customer().getByLabel("To", new Locator.GetByLabelOptions().setExact(true));
	}

	/** The name of the customer who has the customer's phone; it searches for others. */
	Locator holder() {
		return customer().getByRole(AriaRole.COMBOBOX,
				new Locator.GetByRoleOptions().setName("Customer").setExact(true));
	}

	/** The customers that the search offers. */
	Locator people() {
		return customer()
			.getByRole(AriaRole.LISTBOX, new Locator.GetByRoleOptions().setName("Customers to choose from"))
			.getByRole(AriaRole.OPTION);
	}

	/** Hands the customer's phone to the first customer who is found. */
	SandboxPage handTo(String name) {
		holder().fill(name);
		people().filter(new Locator.FilterOptions().setHasText(name)).first().click();
		assertThat(holder()).hasValue(name);
		return this;
	}

	/** Lets the customer's phone write to that number of the account. */
	void writeTo(String number) {
		to().selectOption(number);
	}

	void writeAsCustomer(String channel, String text) {
		customer().getByLabel(channel).check();
		Locator message = customer().getByLabel("Message from the customer");
		message.fill(text);
		message.press("Enter");
		assertThat(customer().getByRole(AriaRole.LOG)).containsText(text);
		// The stream can be quicker than the answer, and until then the page sends
		// nothing
		// else.
		assertThat(message).hasValue("");
	}

	/** The exchanges with that name, the newest first. */
	Locator exchanges(String name) {
		return wire().locator("details")
			.filter(new Locator.FilterOptions()
				.setHas(this.page.getByText(name, new Page.GetByTextOptions().setExact(true))));
	}

	/** Toggles a switch and waits for the new state. */
	void toggle(String name, boolean on) {
		Locator box = region("Break it").getByLabel(name);
		this.page.waitForResponse((it) -> it.url().contains("/sandbox/api/troubles/"), box::click);
		assertThat(box).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(on));
	}

}
