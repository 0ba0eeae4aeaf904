package io.frontlineservice.sandbox;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.welcome.ReadyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox says when it is ready: its page, what Twilio's console needs, and
 * commands for the data in use. Only with the generated token.
 */
final class SandboxText implements ReadyText {

	private final SampleFinder finder;

	private final SignedExamples examples;

	private final @Nullable InboundExamples inbound;

	private final String customers;

	private final boolean otherServer;

	/**
	 * Creates the text.
	 * @param inbound the commands for the pretend Twilio, which comes with a page; null
	 * without it
	 * @param customers whose customers they are, such as "built-in customers"
	 * @param otherServer whether the pretend Twilio calls another server
	 */
	SandboxText(SampleFinder finder, SignedExamples examples, @Nullable InboundExamples inbound, String customers,
			boolean otherServer) {
		this.finder = finder;
		this.examples = examples;
		this.inbound = inbound;
		this.customers = customers;
		this.otherServer = otherServer;
	}

	@Override
	public List<String> lines(int port) {
		String url = "http://localhost:" + port;
		List<String> lines = new ArrayList<>();
		lines.add("");
		lines.add("The sandbox is running with " + this.customers + ".");
		lines.add("");
		if (this.inbound != null) {
			lines.add("Its page, with phones and the HTTP traffic: " + url + "/");
			lines.add("");
			lines.add("Twilio's console needs nothing: a pretend Twilio calls "
					+ (this.otherServer ? "the server of sandbox.target." : url + "/callbacks/."));
		}
		lines.add("For your own account, start the sandbox with TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and "
				+ "FRONTLINE_PUBLIC_URL,");
		lines.add("the URL of a tunnel to this port. It then shows the URLs for Twilio's console.");
		addCommands(lines, port);
		lines.add("");
		if (this.inbound != null) {
			// On a small terminal, the commands have moved the first lines away.
			lines.add("Open " + url + "/ in a browser.");
			lines.add("");
		}
		return lines;
	}

	private void addCommands(List<String> lines, int port) {
		Optional<SampleChoice> choice = Optional.empty();
		lines.add("");
		try {
			choice = this.finder.find();
			lines.add(choice.isPresent() ? "These commands call the service as the Frontline app does:"
					: "There are no commands for the Frontline app, because there are no customers, or no worker may "
							+ "see them (frontline.visibility). To show all customers to all workers, set it to everyone.");
		}
		catch (CrmUnavailableException ex) {
			lines.add("There are no commands for the Frontline app, because the CRM does not answer.");
		}
		choice.ifPresent((it) -> lines.addAll(this.examples.lines(it, port)));
		if (this.inbound != null) {
			lines.addAll(this.inbound.lines(choice));
		}
	}

}
