package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.AddressReading;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.file.CustomerRow.ChannelRow;
import io.frontlineservice.crm.file.CustomerRow.LinkRow;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.Link;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Makes channels, links and e-mail addresses of what somebody wrote into the file. An
 * e-mail address is no channel of Frontline, so it becomes a link. Called by
 * {@link CustomerMapper}. Thread-safe.
 */
final class ContactMapper {

	private final AddressReader addresses;

	ContactMapper(AddressReader addresses) {
		this.addresses = addresses;
	}

	Contacts map(CustomerRow row, LoadReport report) {
		Set<Channel> channels = new LinkedHashSet<>();
		Set<String> emails = new LinkedHashSet<>();
		if (row.channels() != null) {
			row.channels().forEach((channel) -> addChannel(channel, channels, emails, report));
		}
		addEmail(row.email(), emails, report);
		Set<Link> links = new LinkedHashSet<>();
		if (row.links() != null) {
			row.links().forEach((link) -> addLink(link, links, report));
		}
		emails.forEach((email) -> links.add(mailTo(email)));
		return new Contacts(List.copyOf(channels), List.copyOf(links), List.copyOf(emails));
	}

	private void addChannel(@Nullable ChannelRow row, Set<Channel> channels, Set<String> emails, LoadReport report) {
		String type = (row != null && row.type() != null) ? row.type().strip() : "";
		if (row != null && type.equalsIgnoreCase("email")) {
			addEmail(row.value(), emails, report);
			return;
		}
		Optional<ChannelType> channel = ChannelType.named(type);
		if (row == null || channel.isEmpty()) {
			report.remark("a channel is left out: its type is none of " + String.join(", ", ChannelType.wireNames())
					+ ", email");
			return;
		}
		for (AddressReading reading : this.addresses.readAll(channel.get(), row.value())) {
			if (reading.address() == null) {
				report.unusableAddress(channel.get(), String.valueOf(reading.remark()));
				continue;
			}
			channels.add(Channel.of(reading.address()));
			if (reading.remark() != null) {
				report.remark("the " + channel.get().wireName() + " channel is doubtful: " + reading.remark());
			}
		}
	}

	private static void addEmail(@Nullable String written, Set<String> emails, LoadReport report) {
		WrittenEmails read = WrittenEmails.read(written);
		emails.addAll(read.addresses());
		if (!read.isComplete()) {
			report.remark("the e-mail address is left out: it is not one");
		}
	}

	private static void addLink(@Nullable LinkRow row, Set<Link> links, LoadReport report) {
		String url = (row != null && row.value() != null) ? row.value().strip() : "";
		if (row == null || !WebUrl.isLink(url)) {
			report.remark("a link is left out: it is not an absolute address of the web, a call or an e-mail");
			return;
		}
		String type = Optional.ofNullable(CleanText.line(row.type())).orElse("Link");
		links.add(new Link(type, url, Optional.ofNullable(CleanText.line(row.displayName())).orElse(type)));
	}

	private static Link mailTo(String email) {
		return new Link("Email", "mailto:" + UriUtils.encodePathSegment(email, StandardCharsets.UTF_8), email);
	}

	/**
	 * How a customer can be reached.
	 *
	 * @param channels the channels of Frontline
	 * @param links the configured links, then the e-mail addresses
	 * @param emails the e-mail addresses
	 */
	record Contacts(List<Channel> channels, List<Link> links, List<String> emails) {
	}

}
