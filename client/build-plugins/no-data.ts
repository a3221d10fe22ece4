// What LiveKit's client gets instead of its six managers of data between people: texts, files, data tracks and calls to other
// programs. Here a token allows none of it and the gateway lets no such frame through, so a page does without their code.

const nothing = (): void => undefined;

/** Takes whatever is told to it, and has nothing to tell. */
export class NoData {
  on(): this {
    return this;
  }

  /** The data tracks of its own: none. */
  queryPublished(): readonly never[] {
    return [];
  }

  clearControllers = nothing;
  handleDataStreamPacket = nothing;
  handleIncomingDataStream = nothing;
  handleIncomingRpcAck = nothing;
  handleIncomingRpcRequest = nothing;
  handleIncomingRpcResponseFailure = nothing;
  handleIncomingRpcResponseSuccess = nothing;
  handlePacketSendComplete = nothing;
  handleParticipantDisconnected = nothing;
  handleRemoteParticipantDisconnected = nothing;
  packetReceived = nothing;
  receiveSfuPublicationUpdates = nothing;
  receivedSfuPublishResponse = nothing;
  receivedSfuSubscriberHandles = nothing;
  receivedSfuUnpublishResponse = nothing;
  registerTextStreamHandler = nothing;
  resendSubscriptionUpdates = nothing;
  reset = nothing;
  setConnected = nothing;
  setupEngine = nothing;
  sfuWillRepublishTracks = nothing;
  updateE2eeManager = nothing;
  validateParticipantHasNoActiveDataStreams = nothing;
}
