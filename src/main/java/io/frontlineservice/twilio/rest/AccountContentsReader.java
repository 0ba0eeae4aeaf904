package io.frontlineservice.twilio.rest;

import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.ContentAndApprovalsReader;
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
	private static final long MAX_CONTENTS = 100_000;

	@Override
	public List<Observation> examine(Environment environment,
			Function<List<TwilioContent>, List<Observation>> examination) {
		return AccountAccess.examine(environment, (access) -> examination.apply(contents(access)));
	}

	private static List<TwilioContent> contents(AccountAccess access) {
		List<TwilioContent> contents = new ArrayList<>();
		ContentAndApprovalsReader reader = TwilioContents.reader();
		reader.limit(MAX_CONTENTS);
		// The limit has changed the page size.
		for (ContentAndApprovals it : reader.setPageSize((int) Pages.SIZE).read(access.asService())) {
			contents.add(ContentMapper.content(it));
		}
		return contents;
	}

}
