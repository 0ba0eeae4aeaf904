package io.frontlineservice.twilio.rest;

import com.twilio.rest.content.v1.ContentAndApprovals;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.template.ConfiguredContents;
import io.frontlineservice.template.TwilioContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/** Reads the contents of the account for the doctor and the lint. */
final class AccountContentsReader implements ConfiguredContents {

	/** WhatsApp has at most a few thousand templates; a longer list is an error. */
	private static final int MAX_CONTENTS = 100_000;

	@Override
	public List<Observation> examine(Environment environment,
			Function<List<TwilioContent>, List<Observation>> examination) {
		return AccountAccess.examine(environment, (access) -> examination.apply(contents(access)));
	}

	private static List<TwilioContent> contents(AccountAccess access) {
		List<TwilioContent> contents = new ArrayList<>();
		// The library's own limit would change the page size.
		for (ContentAndApprovals it : TwilioContents.reader().read(access.asService())) {
			if (contents.size() >= MAX_CONTENTS) {
				throw new TwilioUnavailableException("Twilio's list does not end", null);
			}
			contents.add(ContentMapper.content(it));
		}
		return contents;
	}

}
