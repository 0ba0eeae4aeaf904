@NullMarked
package io.frontlineservice.conversation.outgoing;

import org.jspecify.annotations.NullMarked;
